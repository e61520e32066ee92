package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRingTest {
    private static final URI FIRST = URI.create("ws://a:7878/chat");
    private static final URI SECOND = URI.create("ws://b:7878/chat");

    private final AddressRing ring = new AddressRing(FIRST);

    @Test
    void afterThreeFailuresTheNextIsTriedThenRoundAgain() {
        ring.succeeded(List.of("ws://b:7878/chat"));
        List<URI> tried = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            tried.add(ring.current());
            ring.failed();
        }
        assertThat(tried).containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND, SECOND, FIRST);
    }

    @Test
    void aSuccessForgivesTheFailuresBefore() {
        ring.succeeded(List.of("wss://b:7878/chat"));
        ring.failed();
        ring.failed();
        ring.succeeded(List.of());
        ring.failed();
        ring.failed();
        assertThat(ring.isFirst()).isTrue();
    }

    @Test
    void takesOnlyNewWebSocketAddresses() {
        ring.succeeded(List.of("http://c/chat", "ws://a:7878/chat", "ws://in valid", "file:///etc/passwd"));
        fail(3);
        assertThat(ring.current()).isEqualTo(FIRST);
    }

    @Test
    void keepsAtMostSixteen() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add("ws://host" + i + ":1/chat");
        }
        ring.succeeded(many);
        fail(15 * 3);
        assertThat(ring.current()).isEqualTo(URI.create("ws://host14:1/chat"));
        fail(3);
        assertThat(ring.current()).isEqualTo(FIRST);
    }

    @Test
    void anAddressOfAnotherServerIsDropped() {
        ring.succeeded(List.of("ws://b:7878/chat"));
        fail(3);
        fail(1);
        ring.dropCurrent();
        assertThat(ring.current()).isEqualTo(FIRST);
        assertThat(ring.isFirst()).isTrue();
        fail(3);
        assertThat(ring.current()).isEqualTo(FIRST);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            ring.failed();
        }
    }
}
