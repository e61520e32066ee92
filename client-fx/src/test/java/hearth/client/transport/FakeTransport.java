package hearth.client.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One socket at a time, whose peer is the test. Calls of the listener run on the test's thread, one inside the other where the listener calls back. */
public final class FakeTransport implements Transport {
    /** What was sent, oldest first. */
    public final List<String> sent = new ArrayList<>();

    /** What was asked of the socket but sends: {@code close 1000 bye}, {@code abort}, {@code takeUpTo 5}. */
    public final List<String> asked = new ArrayList<>();

    /** The listener of the socket that was dialled last. */
    public SocketListener listener;

    /** Where it was dialled, and what was offered. */
    public String dialled;

    private boolean ended;

    @Override
    public Socket dial(URI address, String subprotocol, int messageBytes, SocketListener heard) {
        listener = heard;
        ended = false;
        dialled = address + " " + subprotocol + " " + messageBytes;
        return new FakeSocket();
    }

    /** A text arrives. */
    public void receive(String text) {
        listener.onHeard();
        listener.onText(text);
    }

    /** The peer, or the network, ends it. */
    public void end(Ending ending) {
        if (!ended) {
            ended = true;
            listener.onEnd(ending);
        }
    }

    private final class FakeSocket implements Socket {

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void send(String text, Runnable hasLeft) {
            sent.add(text);
            hasLeft.run();
        }

        @Override
        public void ping() {
            asked.add("ping");
        }

        @Override
        public void takeUpTo(int messageBytes) {
            asked.add("takeUpTo " + messageBytes);
        }

        @Override
        public void inTurn(Runnable turn) {
            if (!ended) {
                turn.run();
            }
        }

        @Override
        public void close(int code, String reason) {
            asked.add("close " + code + " " + reason);
        }

        @Override
        public void abort() {
            asked.add("abort");
            end(new Ending.Cancelled());
        }
    }
}
