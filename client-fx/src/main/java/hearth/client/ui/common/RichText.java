package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
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
        getChildren()
                .setAll(runs.stream()
                        .map(run -> run.strong() ? Weight.semiBold(new Text(run.text())) : new Text(run.text()))
                        .toList());
        setAccessibleText(plain(runs));
    }

    /** The sentence without what stands out. */
    public static String plain(List<Messages.Run> runs) {
        return runs.stream().map(Messages.Run::text).collect(Collectors.joining());
    }
}
