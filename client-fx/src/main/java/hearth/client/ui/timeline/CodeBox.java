package hearth.client.ui.timeline;

import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.ViewContext;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Draws lines of code in a box of their own, with a button that copies them. */
final class CodeBox extends StackPane {
    private final TextBlock text;

    /** These lines, which begin at that offset of the message. */
    CodeBox(ViewContext context, TextSpan.CodeBlock lines, int from) {
        text = new TextBlock(context);
        text.show(List.of(lines), from, List.of());
        getStyleClass().add("code-box");
        IconButton copy = new IconButton(
                Feather.COPY, Icon.SMALL, context.messages().text("timeline.code.copy"), () -> copy(lines));
        copy.getStyleClass().addAll("small", "code-copy");
        copy.setFocusTraversable(false);
        StackPane.setAlignment(copy, Pos.TOP_RIGHT);
        getChildren().setAll(text, copy);
        setMinWidth(0);
    }

    private static void copy(TextSpan.CodeBlock lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(lines.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The lines themselves. */
    TextBlock text() {
        return text;
    }
}
