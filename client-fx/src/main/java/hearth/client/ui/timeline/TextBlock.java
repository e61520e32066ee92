package hearth.client.ui.timeline;

import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Draws a part of a message's text that flows: words, code, links, calls of the reader's name, emoji, and behind them what is selected. Offsets are those of the whole text. */
final class TextBlock extends Region {
    private final ViewContext context;
    private final TextFlow flow = new TextFlow();
    private final Text plain = new Text();
    private final Path codeEdges = backdrop("code-edges");
    private final Path codeChips = backdrop("code-chips");
    private final Path chips = backdrop("mention-chips");
    private final Path selection = backdrop("text-selection");
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private int end;
    private TextRange selected = TextRange.NONE;

    /** A span where it is drawn: a picture is one character of the flow, whatever the emoji is written with. */
    private record Part(TextSpan span, int start, int drawnStart, Node node) {
        int drawnLength() {
            return node instanceof Text text ? text.getText().length() : 1;
        }
    }

    TextBlock(ViewContext context) {
        this.context = context;
        setMinWidth(0);
        flow.getStyleClass().add("message-words");
        getChildren().setAll(codeEdges, codeChips, chips, selection, flow);
    }

    private static Path backdrop(String style) {
        Path path = new Path();
        path.getStyleClass().setAll(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    /** Draws this text, which begins at that offset of the message, and behind it, not to be selected, what is said about it. */
    void show(List<TextSpan> spans, int from, List<Text> remarks) {
        parts.clear();
        start = from;
        end = from;
        int drawn = 0;
        List<Node> nodes = new ArrayList<>();
        for (TextSpan span : spans) {
            if (span instanceof TextSpan.Fence) {
                end += span.text().length();
                continue;
            }
            Part part = new Part(span, end, drawn, node(span, spans.size() == 1));
            parts.add(part);
            nodes.add(part.node());
            end += span.text().length();
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
            case TextSpan.Code(var words) -> styled(new Text(words), "code-text");
            case TextSpan.CodeBlock(var words) -> styled(new Text(words), "code-text");
            case TextSpan.Fence _ -> throw new IllegalArgumentException("a fence is not drawn");
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
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(link.text());
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
            return start;
        }
        if (y > getHeight()) {
            return end;
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
        return end;
    }

    /** Where an offset is drawn: one that is not drawn itself, where what follows it begins. */
    private int toDrawn(int offset) {
        int drawn = 0;
        for (Part part : parts) {
            int into = offset - part.start();
            drawn = part.drawnStart() + part.drawnLength();
            if (into < part.span().text().length()) {
                return part.drawnStart() + Math.clamp(into, 0, part.drawnLength());
            }
        }
        return drawn;
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
        chips.getElements().setAll(shapes(TextSpan.Mention.class));
        List<PathElement> code = shapes(TextSpan.Code.class);
        codeEdges.getElements().setAll(code);
        codeChips.getElements().setAll(code);
        selection
                .getElements()
                .setAll(selected.isEmpty() ? List.of() : shape(toDrawn(selected.from()), toDrawn(selected.to()), true));
    }

    private List<PathElement> shapes(Class<? extends TextSpan> kind) {
        return parts.stream()
                .filter(part -> kind.isInstance(part.span()))
                .flatMap(part -> shape(part.drawnStart(), part.drawnStart() + part.drawnLength(), false).stream())
                .toList();
    }

    private List<PathElement> shape(int from, int to, boolean withLineSpacing) {
        return List.of(flow.getRangeShape(from, to, withLineSpacing));
    }
}
