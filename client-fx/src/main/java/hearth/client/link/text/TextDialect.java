package hearth.client.link.text;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Plain text both ways. Who wrote what arrives nobody tells: the server is taken for the author. */
public final class TextDialect implements Dialect {
    private static final Place LOBBY = new Place.Lobby();

    private final Desk desk;

    /** Makes speakers of plain text. */
    public static final class Factory implements Dialect.Factory {
        private static final Abilities ABILITIES =
                new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.NONE, SignIn.NONE, Set.of());
        private static final int TEXT_CHARS = 16_384;

        @Override
        public String name() {
            return "text";
        }

        @Override
        public Abilities abilities() {
            return ABILITIES;
        }

        @Override
        public int textChars() {
            return TEXT_CHARS;
        }

        @Override
        public URI socket(URI address) {
            return address;
        }

        @Override
        public Dialect speak(Desk desk) {
            return new TextDialect(desk);
        }
    }

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
