package hearth.client.ui.timeline;

import hearth.client.ui.common.ViewContext;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Draws the text of a message: what flows, and boxes of code between. */
final class MessageText extends VBox {
    private final ViewContext context;

    /** Most messages are one block, and a block that stays needs no new style. */
    private final TextBlock first;

    private final List<TextBlock> blocks = new ArrayList<>();

    MessageText(ViewContext context) {
        this.context = context;
        first = new TextBlock(context);
        getStyleClass().add("message-text");
        setMinWidth(0);
        blocks.add(first);
        getChildren().setAll(first);
    }

    /** Draws this text, and behind it, not to be selected, what is said about it. */
    void show(List<TextSpan> spans, List<Text> remarks) {
        List<Node> nodes = new ArrayList<>();
        blocks.clear();
        int from = 0;
        int offset = 0;
        List<TextSpan> flowing = new ArrayList<>();
        for (TextSpan span : spans) {
            if (span instanceof TextSpan.CodeBlock lines) {
                addFlowing(nodes, flowing, from, List.of());
                CodeBox box = new CodeBox(context, lines, offset);
                nodes.add(box);
                blocks.add(box.text());
                flowing.clear();
                from = offset + span.text().length();
            } else {
                flowing.add(span);
            }
            offset += span.text().length();
        }
        addFlowing(nodes, flowing, from, remarks);
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private void addFlowing(List<Node> nodes, List<TextSpan> spans, int from, List<Text> remarks) {
        boolean drawn = !remarks.isEmpty() || spans.stream().anyMatch(span -> !(span instanceof TextSpan.Fence));
        if (drawn) {
            TextBlock block = blocks.contains(first) ? new TextBlock(context) : first;
            block.show(List.copyOf(spans), from, remarks);
            nodes.add(block);
            blocks.add(block);
        }
    }

    /** The place between two characters that is nearest to this point of the node. */
    int offsetAt(double x, double y) {
        int offset = 0;
        for (TextBlock block : blocks) {
            Point2D there = block.sceneToLocal(localToScene(x, y));
            offset = block.offsetAt(there.getX(), there.getY());
            if (there.getY() <= block.getHeight()) {
                return offset;
            }
        }
        return offset;
    }

    /** Shows what is selected of the text. */
    void select(TextRange range) {
        blocks.forEach(block -> block.select(range));
    }
}
