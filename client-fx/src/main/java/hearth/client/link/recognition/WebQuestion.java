package hearth.client.link.recognition;

import hearth.client.transport.Ending;
import hearth.client.transport.Transport;
import hearth.client.transport.WebAnswer;
import hearth.client.transport.WebRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a web server for a page, on a connection that is never dialled. Used once; answered in a turn of that connection, once. */
final class WebQuestion implements Transport.SocketListener {
    private static final Logger log = LoggerFactory.getLogger(WebQuestion.class);

    private final Consumer<Optional<WebAnswer>> answer;
    private boolean answered; // in turns only

    /**
     * Makes a question.
     *
     * @param answer hears what the server says, whatever its status is; nothing where no web server does
     */
    WebQuestion(Consumer<Optional<WebAnswer>> answer) {
        this.answer = answer;
    }

    /** Asks; whoever wants no answer any more aborts it. */
    Transport.Socket ask(WebRequest request, Transport transport) {
        Transport.Socket socket = transport.socket(this);
        socket.ask(request, page -> {
            answer(Optional.of(page));
            socket.abort();
        });
        return socket;
    }

    private void answer(Optional<WebAnswer> page) {
        if (!answered) {
            answered = true;
            answer.accept(page);
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
        log.trace("it answers");
    }

    @Override
    public void onEnd(Ending ending) {
        log.debug("no web server answers: {}", ending);
        answer(Optional.empty());
    }
}
