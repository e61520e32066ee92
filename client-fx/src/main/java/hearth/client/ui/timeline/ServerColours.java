package hearth.client.ui.timeline;

import hearth.client.ui.common.Contrast;
import hearth.client.ui.common.People;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.paint.Color;

/** Shows people in the colours that their server gives them: a name only where it can be read so, an avatar by a ring. On the JavaFX thread. */
final class ServerColours {
    private static final PseudoClass GIVEN = PseudoClass.getPseudoClass("given-colour");

    private final People people;
    private final Supplier<Background> behind;

    /** {@code behind} gives what names stand on. */
    ServerColours(People people, Supplier<Background> behind) {
        this.people = people;
        this.behind = behind;
    }

    /** Gives a name the colour of this person, and where there is none, or none that can be read, leaves it its own. */
    void paintName(Node name, String userId) {
        style(name, people.colour(userId).filter(this::isReadable).map(web -> "-hearth-person: " + web + ";"));
    }

    /** Rings an avatar with the colour of this person, where there is one. */
    void ring(Node avatar, String userId) {
        Optional<String> ring = people.colour(userId).map(web -> "-hearth-given: " + web + ";");
        style(avatar, ring);
        avatar.pseudoClassStateChanged(GIVEN, ring.isPresent());
    }

    private boolean isReadable(String web) {
        Background ground = behind.get();
        return ground != null
                && !ground.getFills().isEmpty()
                && ground.getFills().getFirst().getFill() instanceof Color paper
                && Contrast.ratio(Color.web(web), paper) >= Contrast.READABLE;
    }

    private static void style(Node node, Optional<String> wanted) {
        String style = wanted.orElse("");
        if (!style.equals(node.getStyle())) {
            node.setStyle(style);
        }
    }
}
