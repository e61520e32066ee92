package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.members.Powers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** What can be done first in a room in which nobody has written: bring somebody in, say what it is for. */
final class FirstSteps {
    private final Messages messages;
    private final HeaderView.Actions actions;

    FirstSteps(Messages messages, HeaderView.Actions actions) {
        this.messages = messages;
        this.actions = actions;
    }

    /** Those that these powers allow. */
    List<Node> of(Powers powers) {
        List<Node> steps = new ArrayList<>();
        if (powers.govern()) {
            steps.add(step("first-invite", Feather.USER_PLUS, "empty.room.invite", actions::invite));
        }
        if (powers.change()) {
            steps.add(step("first-topic", Feather.EDIT_2, "empty.room.topic", actions::details));
        }
        return List.copyOf(steps);
    }

    private Button step(String id, Feather icon, String key, Runnable action) {
        Button step = new Button(messages.text(key), Icon.of(icon, Icon.ROW));
        step.setId(id);
        step.setOnAction(_ -> action.run());
        return step;
    }
}
