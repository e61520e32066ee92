package hearth.client.link.recognition;

import hearth.client.transport.Ending;
import hearth.client.transport.Transport;
import hearth.client.transport.WebRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a web server for a handshake of Socket.IO, on a connection that is never dialled. Used once; answered in turns of that connection, once. */
final class HandshakeQuestion implements Transport.SocketListener {
    private static final Logger log = LoggerFactory.getLogger(HandshakeQuestion.class);

    private final URI address;
    private final Consumer<Optional<Finding.Sign>> answer;
    private boolean answered; // in turns only

    /**
     * Makes a question.
     *
     * @param address of a socket on the same server
     * @param answer hears what the handshake shows; nothing where there is none
     */
    HandshakeQuestion(URI address, Consumer<Optional<Finding.Sign>> answer) {
        this.address = address;
        this.answer = answer;
    }

    /** Asks; whoever wants no answer any more aborts it. */
    Transport.Socket ask(Transport transport) {
        Transport.Socket socket = transport.socket(this);
        socket.ask(WebRequest.get(handshake()), page -> answer(Guesses.handshake(page.body())));
        return socket;
    }

    private URI handshake() {
        String scheme = address.getScheme().equals("wss") ? "https" : "http";
        return URI.create(scheme + "://" + address.getRawAuthority() + "/socket.io/?EIO=4&transport=polling");
    }

    private void answer(Optional<Finding.Sign> sign) {
        if (!answered) {
            answered = true;
            answer.accept(sign);
        }
    }

    @Override
    public void onOpen() {
        throw new IllegalStateException("never dialled");
    }

    @Override
    public void onText(String text) {
        throw new IllegalStateException("never dialled");
    }

    @Override
    public void onHeard() {
        log.trace("{} answers", address);
    }

    @Override
    public void onEnd(Ending ending) {
        log.debug("{} is not on the web: {}", address, ending);
        answer(Optional.empty());
    }
}
