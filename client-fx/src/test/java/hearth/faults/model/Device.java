package hearth.faults.model;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.link.hearth.HearthDialler;
import hearth.faults.FaultClient;
import hearth.protocol.Answer;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Another device of a user, on which he does and sees what the product's session does not offer: bare requests over one connection, dialled anew when it has
 * ended. Used by the test's thread.
 */
final class Device {
    private final HearthDialler dialler;
    private final URI address;
    private final String token;
    private Call call;

    Device(HearthDialler dialler, URI address, String token) {
        this.dialler = dialler;
        this.address = address;
        this.token = token;
    }

    /** One connection. */
    private static final class Call implements ChatLink.Listener {
        private final CompletableFuture<Void> recognised = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final Map<Long, CompletableFuture<ServerFrame>> open = new ConcurrentHashMap<>();
        private ChatLink link;
        private long lastId;

        @Override
        public void onEvent(LinkEvent event) {
            switch (event) {
                case LinkEvent.Recognised _ -> recognised.complete(null);
                case LinkEvent.Heard _,
                        LinkEvent.Coloured _,
                        LinkEvent.Counted _,
                        LinkEvent.Unheard _,
                        LinkEvent.Misjudged _ -> {}
                case LinkEvent.Arrived(ServerFrame.Ok ok) -> answer(ok.re(), ok);
                case LinkEvent.Arrived(ServerFrame.Welcome welcome) -> answer(welcome.re(), welcome);
                case LinkEvent.Arrived(ServerFrame.Error error) -> error.re().ifPresent(re -> answer(re, error));
                case LinkEvent.Arrived(ServerFrame.Ping ping) -> link.send(new ClientFrame.Pong(ping.t()));
                case LinkEvent.Arrived _ -> {}
                case LinkEvent.Ended over -> {
                    IOException why = new IOException("the connection ended: " + over.ending());
                    ended.complete(null);
                    recognised.completeExceptionally(why);
                    open.values().forEach(each -> each.completeExceptionally(why));
                }
            }
        }

        private void answer(long re, ServerFrame frame) {
            Optional.ofNullable(open.remove(re)).ifPresent(each -> each.complete(frame));
        }

        ServerFrame ask(LongFunction<ClientFrame.Request> request) {
            CompletableFuture<ServerFrame> answer = new CompletableFuture<>();
            long id = ++lastId;
            open.put(id, answer);
            if (ended.isDone()) {
                throw new CompletionException(new IOException("the connection has ended"));
            }
            link.send(request.apply(id));
            return answer.orTimeout(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Asks what is refused or not. */
    ServerFrame ask(LongFunction<ClientFrame.Request> request) {
        try {
            return call().ask(request);
        } catch (CompletionException e) {
            // A server that has been started anew since: its predecessor never saw this request.
            call = null;
            return call().ask(request);
        }
    }

    /** Asks what is not refused. */
    <A extends Answer> A answer(Class<A> kind, LongFunction<ClientFrame.Request> request) {
        ServerFrame answer = ask(request);
        if (answer instanceof ServerFrame.Ok ok) {
            return kind.cast(ok.answer());
        }
        throw new AssertionError("refused: " + answer);
    }

    private Call call() {
        if (call == null || call.ended.isDone()) {
            Call next = new Call();
            next.link = dialler.dial(address, next);
            next.recognised
                    .orTimeout(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            ServerFrame welcome =
                    next.ask(id -> new ClientFrame.Hello(id, 1, "faults 1.0", new Auth.Token(token), Optional.empty()));
            if (!(welcome instanceof ServerFrame.Welcome)) {
                throw new AssertionError("no welcome: " + welcome);
            }
            call = next;
        }
        return call;
    }

    /** Says good-bye. */
    void close() {
        if (call != null) {
            call.link.close();
        }
    }
}
