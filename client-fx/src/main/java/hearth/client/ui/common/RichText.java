package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A sentence in which some parts stand out. */
public final class RichText extends TextFlow {

    /** A sentence that says nothing yet. */
    public RichText() {
        getStyleClass().add("rich-text");
    }

    /** Says this. */
    public void show(List<Messages.Run> runs) {
        show(runs, _ -> Optional.empty());
    }

    /** Says this; what stands out and has something here leads there when it is clicked. */
    public void show(List<Messages.Run> runs, Function<String, Optional<Consumer<Node>>> leads) {
        getChildren()
                .setAll(runs.stream()
                        .map(run -> run.strong() ? strong(run.text(), leads) : new Text(run.text()))
                        .toList());
        setAccessibleText(plain(runs));
    }

    private static Text strong(String words, Function<String, Optional<Consumer<Node>>> leads) {
        Text text = Weight.semiBold(new Text(words));
        leads.apply(words).ifPresent(lead -> {
            text.setCursor(Cursor.HAND);
            text.setAccessibleRole(AccessibleRole.BUTTON);
            text.setAccessibleText(words);
            text.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    lead.accept(text);
                }
            });
        });
        return text;
    }

    /** The sentence without what stands out. */
    public static String plain(List<Messages.Run> runs) {
        return runs.stream().map(Messages.Run::text).collect(Collectors.joining());
    }
}
