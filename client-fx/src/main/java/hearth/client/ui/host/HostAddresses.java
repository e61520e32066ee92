package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.Weight;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where others reach the chat, each address with a button that copies it, and what the firewall has to let in. */
final class HostAddresses extends VBox {
    private final Messages messages;
    private final VBox rows = new VBox();
    private final VBox firewall = new VBox();
    private List<String> shown = List.of();
    private int shownPort;

    HostAddresses(Messages messages) {
        this.messages = messages;
        getStyleClass().add("host-card");
        rows.setId("host-addresses");
        firewall.setId("host-firewall");
        firewall.getStyleClass().add("host-firewall");
        Label caption = new Label(messages.text("host.addresses"));
        caption.getStyleClass().add("small-muted");
        getChildren().setAll(caption, rows, firewall);
    }

    /** Shows these; what is shown already stays, with the focus in it. */
    void show(List<String> addresses, int port) {
        if (!addresses.equals(shown)) {
            shown = List.copyOf(addresses);
            rows.getChildren().setAll(addresses.stream().map(this::row).toList());
        }
        if (shownPort != port) {
            shownPort = port;
            showFirewall(Integer.toString(port));
        }
    }

    /** What copies the first address; absent while none is shown. */
    Optional<Node> first() {
        return Optional.ofNullable(rows.lookup(".icon-button"));
    }

    private HBox row(String address) {
        Label words = new Label(address);
        words.getStyleClass().add("host-address");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label done = new Label(messages.text("host.copied"));
        done.getStyleClass().add("host-copied");
        done.setVisible(false);
        IconButton copy = new IconButton(
                Feather.COPY, Icon.SMALL, messages.text("host.copy.name", address), () -> copy(address, done));
        HBox row = new HBox(8, words, done, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void copy(String address, Label done) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address);
        Clipboard.getSystemClipboard().setContent(content);
        rows.lookupAll(".host-copied").forEach(each -> each.setVisible(each.equals(done)));
    }

    private void showFirewall(String port) {
        Label head = Weight.semiBold(new Label(messages.text("host.firewall")));
        head.getStyleClass().add("host-caption-strong");
        firewall.getChildren()
                .setAll(
                        head,
                        sentence("host.firewall.lead", port),
                        sentence("host.firewall.windows", port),
                        sentence("host.firewall.macos", port),
                        sentence("host.firewall.linux", port));
    }

    private Label sentence(String key, String port) {
        Label label = new Label(messages.text(key, port));
        label.getStyleClass().add("host-caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
