package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.host.HostingViewModel.State;
import hearth.protocol.UserRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who is connected to the chat that is hosted here: the host first, then by name. */
final class HostPeople extends VBox {
    private final Messages messages;
    private final Label count = new Label();
    private final Label hint = new Label();
    private final VBox rows = new VBox();
    private List<UserRef> shown = List.of();

    HostPeople(ViewContext context) {
        messages = context.messages();
        Label head = Weight.semiBold(new Label(messages.text("host.connected")));
        head.getStyleClass().add("host-section");
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        count.getStyleClass().add("host-count");
        HBox line = new HBox(head, count);
        line.setAlignment(Pos.CENTER_LEFT);
        hint.getStyleClass().add("host-lead");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        rows.setId("host-people");
        rows.getStyleClass().add("host-list");
        getChildren().setAll(line, hint, rows);
    }

    /** Shows these. */
    void show(State.Open open, List<UserRef> people) {
        boolean alone = people.stream().allMatch(person -> HostingViewModel.isHost(open, person));
        hint.setText(messages.text(alone ? "host.nobody" : "host.connected.hint"));
        count.setText(Integer.toString(people.size()));
        rows.setVisible(!people.isEmpty());
        if (!people.equals(shown)) {
            shown = List.copyOf(people);
            rows.getChildren()
                    .setAll(people.stream()
                            .sorted(Comparator.comparing((UserRef person) -> !HostingViewModel.isHost(open, person))
                                    .thenComparing(UserRef::name, String.CASE_INSENSITIVE_ORDER))
                            .map(person -> row(open, person))
                            .toList());
        }
    }

    private HBox row(State.Open open, UserRef person) {
        Avatar avatar = new Avatar(28);
        avatar.show(person.id(), person.name(), Optional.empty());
        Label name = new Label(person.name());
        name.getStyleClass().add("host-person");
        HBox called = new HBox(4, name);
        VBox words = new VBox(called);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        if (HostingViewModel.isHost(open, person)) {
            Label you = new Label(messages.text("people.you"));
            you.getStyleClass().add("host-you");
            you.setMinWidth(USE_PREF_SIZE);
            called.getChildren().add(you);
            Label here = new Label(messages.text("host.here"));
            here.getStyleClass().add("small-muted");
            words.getChildren().add(here);
        }
        HBox row = new HBox(10, avatar, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("host-person-row");
        return row;
    }
}
