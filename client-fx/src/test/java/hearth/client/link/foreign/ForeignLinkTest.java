package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a link tells first. */
class ForeignLinkTest {
    private final FakeTransport transport = new FakeTransport();
    private final List<LinkEvent> told = new ArrayList<>();

    @Test
    void nobodyIsHeardBeforeTheServerIsRecognised() {
        ForeignDialler dialler = new ForeignDialler(
                ChatDialect.KIND, transport, new ManualTimers(), InstantSource.fixed(ForeignBench.NOW), new Hints());
        dialler.dial(URI.create("ws://kitchen:3000/chat"), told::add);
        transport.listener.onOpen();
        transport.receive("6");
        assertThat(told).isEmpty();
        transport.receive("0{\"sid\":\"a\",\"pingInterval\":25000,\"maxPayload\":1000000}");
        assertThat(told).singleElement().isInstanceOf(LinkEvent.Recognised.class);
        transport.receive("6");
        assertThat(told).last().isEqualTo(new LinkEvent.Heard());
    }
}
