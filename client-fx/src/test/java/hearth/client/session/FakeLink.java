package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.link.Colour;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A link whose other side is the test. */
public final class FakeLink implements ChatLink {
    private final URI address;
    private final Listener listener;
    private final Consumer<ClientFrame> onSent;
    private final List<ClientFrame> sent = new ArrayList<>();
    private Supplier<List<Recollection>> known = List::of;
    private boolean closed;
    private boolean aborted;
    private boolean ended;

    public FakeLink(URI address, Listener listener) {
        this(address, listener, _ -> {});
    }

    /** A link whose other side hears of each frame as it leaves. */
    public FakeLink(URI address, Listener listener, Consumer<ClientFrame> onSent) {
        this.address = address;
        this.listener = listener;
        this.onSent = onSent;
    }

    @Override
    public void send(ClientFrame frame) {
        sent.add(frame);
        onSent.accept(frame);
    }

    @Override
    public void recall(Supplier<List<Recollection>> offered) {
        known = offered;
    }

    /** What the session tells that it knows already, where the server asks for it. */
    public List<Recollection> recalled() {
        return known.get();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void abort() {
        aborted = true;
        end(new Ending.Cancelled());
    }

    public URI address() {
        return address;
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isAborted() {
        return aborted;
    }

    public boolean isEnded() {
        return ended;
    }

    public void recognise(ServerInfo server) {
        listener.onEvent(new LinkEvent.Recognised(server));
    }

    public void arrive(ServerFrame frame) {
        listener.onEvent(new LinkEvent.Arrived(frame));
    }

    public void colour(String user, Colour colour) {
        listener.onEvent(new LinkEvent.Coloured(user, colour));
    }

    public void misjudge() {
        listener.onEvent(new LinkEvent.Misjudged());
    }

    public void hear() {
        listener.onEvent(new LinkEvent.Heard());
    }

    public void end(Ending ending) {
        if (!ended) {
            ended = true;
            listener.onEvent(new LinkEvent.Ended(ending));
        }
    }

    /** Takes what was sent since the last call. */
    public List<ClientFrame> takeSent() {
        List<ClientFrame> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }
}
