package hearth.client.link.text;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.DialectName;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Plain text both ways. Who wrote what arrives nobody tells: the server is taken for the author. */
public final class TextDialect implements Dialect {
    /** Its kind of server. */
    public static final Kind KIND = new Kind(
            DialectName.TEXT,
            new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.NONE, SignIn.NONE, Set.of()),
            UnaryOperator.identity(),
            TextDialect::new);

    private static final Place LOBBY = new Place.Lobby();

    private final Desk desk;

    private TextDialect(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void begin() {
        desk.dial(Map.of());
    }

    @Override
    public void onOpen() {
        desk.recognised();
    }

    @Override
    public void onText(String text) {
        desk.heard(new Line(LOBBY, desk.server(), text));
    }

    @Override
    public void signIn(String name) {
        desk.welcome();
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        desk.send(text, receipt::left);
    }
}
