package hearth.client.ui.timeline;

import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Draws the text of a message: words, links, calls of the reader's name, emoji, and behind them what is selected. */
final class MessageText extends Region {
    private final ViewContext context;
    private final TextFlow flow = new TextFlow();
    private final Text plain = new Text();
    private final Path chips = backdrop("mention-chips");
    private final Path selection = backdrop("text-selection");
    private final List<Part> parts = new ArrayList<>();
    private int length;
    private TextRange selected = TextRange.NONE;

    /** A span where it is drawn: a picture is one character of the flow, whatever the emoji is written with. */
    private record Part(TextSpan span, int start, int drawnStart, Node node) {
        int drawnLength() {
            return node instanceof Text text ? text.getText().length() : 1;
        }
    }

    MessageText(ViewContext context) {
        this.context = context;
        getStyleClass().add("message-text");
        setMinWidth(0);
        flow.getStyleClass().add("message-words");
        getChildren().setAll(chips, selection, flow);
    }

    private static Path backdrop(String style) {
        Path path = new Path();
        path.getStyleClass().setAll(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    /** Draws this text, and behind it, not to be selected, what is said about it. */
    void show(List<TextSpan> spans, List<Text> remarks) {
        parts.clear();
        length = 0;
        int drawn = 0;
        List<Node> nodes = new ArrayList<>();
        for (TextSpan span : spans) {
            Part part = new Part(span, length, drawn, node(span, spans.size() == 1));
            parts.add(part);
            nodes.add(part.node());
            length += span.text().length();
            drawn += part.drawnLength();
        }
        nodes.addAll(remarks);
        // Most messages are one run after another, and a run that stays needs no new style.
        if (!flow.getChildren().equals(nodes)) {
            flow.getChildren().setAll(nodes);
        }
        requestLayout();
    }

    private Node node(TextSpan span, boolean alone) {
        return switch (span) {
            case TextSpan.Words(var words) -> {
                Text text = alone ? plain : new Text();
                text.setText(words);
                yield text;
            }
            case TextSpan.Mention(var name) -> styled(Weight.semiBold(new Text(name)), "mention-text");
            case TextSpan.Link link -> link(link);
            case TextSpan.Emoji(var text, var picture) -> new EmojiMark(context.emoji(), picture, text);
        };
    }

    private static Text styled(Text text, String style) {
        text.getStyleClass().add(style);
        return text;
    }

    private Text link(TextSpan.Link link) {
        Text text = styled(new Text(link.text()), "link-text");
        text.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                context.browser().accept(link.target());
                event.consume();
            }
        });
        return text;
    }

    /** The place between two characters that is nearest to this point of the node. */
    int offsetAt(double x, double y) {
        if (y < 0) {
            return 0;
        }
        if (y > getHeight()) {
            return length;
        }
        return toText(flow.getHitInfo(new Point2D(x, y)).getInsertionIndex());
    }

    /** Shows what is selected of the text. */
    void select(TextRange range) {
        if (!range.equals(selected)) {
            selected = range;
            requestLayout();
        }
    }

    private int toText(int drawn) {
        for (Part part : parts) {
            int into = drawn - part.drawnStart();
            if (into < part.drawnLength()) {
                return part.start() + Math.max(0, into);
            }
        }
        return length;
    }

    private int toDrawn(int offset) {
        int end = 0;
        for (Part part : parts) {
            int into = offset - part.start();
            end = part.drawnStart() + part.drawnLength();
            if (into < part.span().text().length()) {
                return part.drawnStart() + Math.min(into, part.drawnLength());
            }
        }
        return end;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return flow.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        List<PathElement> called = new ArrayList<>();
        for (Part part : parts) {
            if (part.span() instanceof TextSpan.Mention) {
                called.addAll(shape(part.drawnStart(), part.drawnStart() + part.drawnLength(), false));
            }
        }
        chips.getElements().setAll(called);
        selection
                .getElements()
                .setAll(selected.isEmpty() ? List.of() : shape(toDrawn(selected.from()), toDrawn(selected.to()), true));
    }

    private List<PathElement> shape(int from, int to, boolean withLineSpacing) {
        return List.of(flow.getRangeShape(from, to, withLineSpacing));
    }
}
