package hearth.server.gateway;

import hearth.protocol.CloseCode;
import hearth.protocol.Decoded;
import hearth.server.hub.FromGateway;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What one client sends, from its first byte: the request to become a WebSocket, then frames, which are decoded and handed on. Owned by the connection's
 * worker; nothing here waits.
 */
final class Inbound implements FrameReader.Sink {
    private final Connection connection;
    private final ConnectionEvents events;
    private final UpgradePolicy policy;
    private final Function<String, Decoded> decoder;
    private final LongSupplier nanoClock;
    private final ControlBudget controls;
    private final FrameReader frames;
    private HeadReader head = new HeadReader();

    Inbound(
            Connection connection,
            ConnectionEvents events,
            UpgradePolicy policy,
            Function<String, Decoded> decoder,
            LongSupplier nanoClock) {
        this.connection = connection;
        this.events = events;
        this.policy = policy;
        this.decoder = decoder;
        this.nanoClock = nanoClock;
        controls = new ControlBudget(nanoClock.getAsLong());
        frames = new FrameReader(this, connection::isAdmitted);
    }

    /** Takes what was read from the socket. */
    void take(ByteBuffer bytes) {
        try {
            if (head != null && !connection.isDeaf()) {
                readHead(bytes);
            }
            if (head == null && !connection.isDeaf()) {
                frames.read(bytes);
            }
        } catch (WireViolationException violation) {
            events.violated(violation.code(), violation.getMessage());
        }
    }

    private void readHead(ByteBuffer bytes) {
        switch (head.read(bytes)) {
            case INCOMPLETE -> {}
            case TOO_LARGE -> events.refused(UpgradePolicy.tooLarge());
            case COMPLETE -> {
                byte[] request = head.head();
                head = null;
                switch (policy.answer(request)) {
                    case UpgradeAnswer.Accepted accepted -> events.upgrade(accepted.request());
                    case UpgradeAnswer.Refused refused -> events.refused(refused);
                }
            }
        }
    }

    @Override
    public void text(String text, int bytes) throws WireViolationException {
        if (connection.inflow().isClosed()) {
            return;
        }
        long id = connection.id();
        switch (decoder.apply(text)) {
            case Decoded.Frame(var frame) ->
                connection.inflow().offer(new FromGateway.Received(id, frame, false), bytes);
            case Decoded.Invalid(var re, var code, var type, var message) ->
                connection.inflow().offer(new FromGateway.Malformed(id, re, code, type, message), bytes);
            case Decoded.Broken(var message) -> throw new WireViolationException(CloseCode.PROTOCOL_BROKEN, message);
        }
    }

    @Override
    public void ping(byte[] payload) throws WireViolationException {
        if (mayAnswerControl()) {
            events.pinged(payload);
        }
    }

    @Override
    public void pong() throws WireViolationException {
        mayAnswerControl();
    }

    @Override
    public void close(int code) {
        events.peerClosed(code);
    }

    private boolean mayAnswerControl() throws WireViolationException {
        return switch (controls.spend(nanoClock.getAsLong())) {
            case ANSWER -> true;
            case IGNORE -> false;
            case ABUSE -> throw new WireViolationException(CloseCode.RATE_LIMIT, "too many control frames");
        };
    }
}
