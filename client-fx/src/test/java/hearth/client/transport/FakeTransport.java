package hearth.client.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sockets whose peer is the test: that of the one that was made last, and of the question that was asked last. Calls of the listener run on the test's thread, one inside the other where the listener calls back. */
public final class FakeTransport implements Transport {
    /** What was sent, oldest first. */
    public final List<String> sent = new ArrayList<>();

    /** What was asked of the socket but sends: {@code close 1000 bye}, {@code abort}, {@code takeUpTo 5}. */
    public final List<String> asked = new ArrayList<>();

    /** The listener of the socket that was made last. */
    public SocketListener listener;

    /** Where it was dialled, and what was offered. */
    public String dialled = "";

    /** What the request of the handshake carried beyond what it must. */
    public Map<String, String> headers = Map.of();

    /** What web servers were asked: {@code GET http://…}, {@code POST http://… form}. */
    public final List<String> questions = new ArrayList<>();

    private final List<Asked> waiting = new ArrayList<>();
    private FakeSocket newest;
    private boolean held;

    private record Asked(FakeSocket socket, Consumer<WebAnswer> onAnswer) {}

    @Override
    public Socket socket(SocketListener heard) {
        listener = heard;
        dialled = "";
        newest = new FakeSocket(heard);
        return newest;
    }

    /** A web server answers the question that was asked last. */
    public void answer(WebAnswer answer) {
        answer(waiting.getLast(), answer);
    }

    /** A web server answers the first question of all. */
    public void answerFirst(WebAnswer answer) {
        answer(waiting.getFirst(), answer);
    }

    private static void answer(Asked asked, WebAnswer answer) {
        if (!asked.socket().ended) {
            asked.onAnswer().accept(answer);
        }
    }

    /** From now on nothing that is sent leaves. */
    public void hold() {
        held = true;
    }

    /** A text arrives. */
    public void receive(String text) {
        listener.onHeard();
        listener.onText(text);
    }

    /** The peer, or the network, ends it. */
    public void end(Ending ending) {
        newest.end(ending);
    }

    private final class FakeSocket implements Socket {
        private final SocketListener heard;
        private boolean ended;

        private FakeSocket(SocketListener heard) {
            this.heard = heard;
        }

        private void end(Ending ending) {
            if (!ended) {
                ended = true;
                heard.onEnd(ending);
            }
        }

        @Override
        public void ask(WebRequest request, Consumer<WebAnswer> answer) {
            questions.add(request + request.form().map(form -> " " + form).orElse(""));
            waiting.add(new Asked(this, answer));
        }

        @Override
        public void dial(Handshake handshake) {
            dialled = handshake.address() + " " + handshake.subprotocol() + " " + handshake.messageBytes();
            headers = handshake.headers();
        }

        @Override
        public void send(String text) {
            sent.add(encodable(text));
        }

        @Override
        public void send(String text, Runnable hasLeft) {
            sent.add(encodable(text));
            if (!held) {
                hasLeft.run();
            }
        }

        /** As the real one: what has no form in UTF-8 is no fault of the peer. */
        private static String encodable(String text) {
            if (!Utf8.isEncodable(text)) {
                throw new IllegalArgumentException("a text with an unpaired surrogate cannot be sent");
            }
            return text;
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
            if (!ended) {
                asked.add("abort");
            }
            end(new Ending.Cancelled());
        }
    }
}
