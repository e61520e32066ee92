package hearth.client.app;

import hearth.client.link.ChatLink;
import hearth.client.link.DialectName;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignDialler;
import hearth.client.link.foreign.Hints;
import hearth.client.link.hearth.HearthDialler;
import hearth.client.link.jsonroom.JsonRoomDialect;
import hearth.client.link.koa.KoaDialect;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.link.socketio.CommandsDialect;
import hearth.client.link.socketio.TalkDialect;
import hearth.client.link.text.TextDialect;
import hearth.client.transport.Transport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What dials servers of each kind. Safe from any thread. */
final class Diallers {
    private final Transport transport;
    private final ScheduledExecutorService timers;
    private final HearthDialler hearth;
    private final Hints hints = new Hints();

    /**
     * Makes the diallers.
     *
     * @param pingTexts gives a text that no server can guess, another one at each call
     */
    Diallers(Transport transport, ScheduledExecutorService timers, Supplier<String> pingTexts) {
        this.transport = transport;
        this.timers = timers;
        this.hearth = new HearthDialler(transport, timers, pingTexts);
    }

    /**
     * What dials for one session.
     *
     * @param token a signed token, for servers that want one
     */
    ChatLink.Dialler of(DialectName dialect, Optional<String> token) {
        return switch (dialect) {
            case HEARTH -> hearth;
            case SOCKETIO_CHAT -> foreign(ChatDialect.KIND);
            case SOCKETIO_TALK -> foreign(TalkDialect.KIND);
            case SOCKETIO_COMMANDS -> foreign(CommandsDialect.KIND);
            case JSONROOM -> foreign(JsonRoomDialect.kind(token));
            case KOA -> foreign(KoaDialect.KIND);
            case TEXT -> foreign(TextDialect.KIND);
        };
    }

    private ChatLink.Dialler foreign(Dialect.Kind kind) {
        return new ForeignDialler(kind, transport, timers, InstantSource.system(), hints);
    }
}
