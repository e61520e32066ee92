package hearth.client.link.koa;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.DialectName;
import hearth.client.link.Need;
import hearth.client.link.ServerAddress;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import hearth.client.transport.WebAnswer;
import hearth.client.transport.WebRequest;
import hearth.protocol.ErrorCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat whose socket wants the cookie that the sign-in form of the same server gives. Its socket is not dialled without one: there are servers that do not
 * survive a visitor whom they refuse. So what shows before the sign-in is only that a web server is there.
 */
public final class KoaDialect implements Dialect {
    /** Its kind of server. */
    public static final Kind KIND = new Kind(
            DialectName.KOA,
            new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.LIST, SignIn.COOKIE, Set.of(Trait.ECHO)),
            KoaDialect::socket,
            KoaDialect::new);

    private static final Place LOBBY = new Place.Lobby();
    private static final String FORM = "/signin";
    private static final String PATH_OF_OURS = "/chat";
    private static final int INVALID_USER = 4001;

    /** What a server of sockets alone answers to who wants a page. */
    private static final int UPGRADE_REQUIRED = 426;

    private static final int SERVER_ERROR = 500;

    /** Name and value, as far as they may be sent back as they came; what follows is for browsers. */
    private static final Pattern COOKIE =
            Pattern.compile("([!#-'*+\\-.0-9A-Z^_`a-z|~]{1,64}=[!#-+\\--:<-\\[\\]-~]{1,4096})(?: *;.*)?");

    private static final int MOST_COOKIES = 16;

    private static final int MOST_NAME_CHARS = 1_000;

    /** What the servers, in JavaScript, trim. */
    private static final String BLANKS =
            "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                    + "\u2028\u2029\u202f\u205f\u3000\ufeff";

    private final Desk desk;
    private final Windows windows = new Windows();
    private boolean isIn;

    private KoaDialect(Desk desk) {
        this.desk = desk;
    }

    private static URI socket(URI address) {
        return PATH_OF_OURS.equals(address.getPath()) ? address.resolve("/ws/chat") : address;
    }

    @Override
    public void begin() {
        desk.ask(WebRequest.get(form()), this::onAnswer);
    }

    private URI form() {
        return ServerAddress.web(desk.address(), FORM);
    }

    private void onAnswer(WebAnswer answer) {
        if (answer.status() >= SERVER_ERROR) {
            desk.lost(answer.toString());
        } else if (answer.status() == UPGRADE_REQUIRED) {
            desk.turnAway("a server of sockets alone");
        } else if (answer.isPage() || answer.isNotToBeAsked()) {
            desk.recognised();
        } else {
            desk.turnAway("no sign-in form: " + answer);
        }
    }

    @Override
    public void signIn(String name) {
        desk.ask(WebRequest.post(form(), "name", name), this::onSignedIn);
    }

    private void onSignedIn(WebAnswer answer) {
        String cookies = answer.header("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::matches)
                .limit(MOST_COOKIES)
                .map(cookie -> cookie.group(1))
                .collect(Collectors.joining("; "));
        if (answer.status() >= SERVER_ERROR) {
            desk.lost(answer.toString());
        } else if (cookies.isEmpty()) {
            desk.refuse(Need.COOKIE, "the form gave no cookie: " + answer);
        } else {
            desk.dial(Map.of("Cookie", cookies));
        }
    }

    @Override
    public void onOpen() {
        desk.ignored("the silence before the list");
    }

    @Override
    public void onClosed(int code, String reason) {
        if (code == INVALID_USER) {
            desk.refuse(Need.COOKIE, reason);
        }
    }

    @Override
    public void onText(String text) {
        ForeignJson.object(text).ifPresent(this::onMessage);
    }

    private void onMessage(ObjectNode message) {
        String type = ForeignJson.text(message, "type").orElse("");
        Optional<String> name = name(message.get("user"));
        switch (type) {
            case "list" -> onList(name, message.get("data"));
            case "join" -> name.ifPresent(this::onJoin);
            case "left" -> name.ifPresent(this::onLeft);
            case "chat" -> name.ifPresent(author -> onChat(author, message));
            default -> desk.ignored("a message of an unknown type");
        }
    }

    /** All who are there. It is sent to a newcomer alone, right after the own entrance. */
    private void onList(Optional<String> self, JsonNode users) {
        List<String> names = new ArrayList<>();
        if (users != null && users.isArray()) {
            // Somebody who was refused stands in it as null until the connection is gone.
            users.forEach(user -> name(user).ifPresent(names::add));
        }
        if (self.filter(KoaDialect::isNoName).isPresent()) {
            desk.refuse(ErrorCode.NAME_INVALID, "the server made another of it, which cannot be shown");
            return;
        }
        // Whatever becomes of a name there, what we say comes back under it.
        self.ifPresent(desk::knownAs);
        windows.are(names);
        isIn = true;
        desk.present(windows.names());
        desk.count(LOBBY, windows.people());
        desk.welcome();
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > MOST_NAME_CHARS;
    }

    private void onJoin(String name) {
        // The own entrance is told before the list, which has it.
        if (isIn && windows.opened(name)) {
            desk.count(LOBBY, windows.people());
            desk.came(LOBBY, name);
        }
    }

    private void onLeft(String name) {
        if (isIn && windows.closed(name)) {
            desk.count(LOBBY, windows.people());
            desk.went(LOBBY, name);
        }
    }

    private void onChat(String author, ObjectNode message) {
        ForeignJson.text(message, "data").ifPresent(text -> desk.heard(new Line(LOBBY, author, text)));
    }

    private static Optional<String> name(JsonNode user) {
        return user == null ? Optional.empty() : ForeignJson.text(user, "name");
    }

    @Override
    public String asHeard(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return BLANKS.indexOf(character) >= 0;
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        desk.send(text, receipt::left);
    }
}
