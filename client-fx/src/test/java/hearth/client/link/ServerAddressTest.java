package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "kitchen, ws://kitchen:7878/chat",
        "' kitchen.local ', ws://kitchen.local:7878/chat",
        "kitchen:9000, ws://kitchen:9000/chat",
        "192.168.1.20, ws://192.168.1.20:7878/chat",
        "192.168.1.20:80, ws://192.168.1.20:80/chat",
        "::1, ws://[::1]:7878/chat",
        "fe80::1:2, ws://[fe80::1:2]:7878/chat",
        "[::1], ws://[::1]:7878/chat",
        "[::1]:9000, ws://[::1]:9000/chat",
        "ws://kitchen, ws://kitchen:7878/chat",
        "ws://kitchen:9000/, ws://kitchen:9000/chat",
        "http://kitchen, ws://kitchen:80/chat",
        "https://kitchen/rooms?x=1, wss://kitchen:443/rooms?x=1",
        "HTTP://kitchen:3000/, ws://kitchen:3000/chat",
        "WSS://kitchen, wss://kitchen:7878/chat",
        "wss://chat.example.org:443/rooms?x=1, wss://chat.example.org:443/rooms?x=1"
    })
    void whatIsLeftOutIsFilledIn(String typed, String meant) {
        assertThat(ServerAddress.parse(typed)).contains(URI.create(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "two words",
                "ftp://kitchen",
                "ws://",
                "://kitchen",
                "kitchen:port",
                "kitchen:0",
                "kitchen:65536",
                "kitchen:-1",
                "under_score",
                "ws://ada:secret@kitchen",
                "ws://kitchen/chat#top",
                "[::1"
            })
    void whatIsNoAddressIsNone(String typed) {
        assertThat(ServerAddress.parse(typed)).isEmpty();
    }

    @Test
    void aPathOfItsOwnIsPassedOnToo() {
        assertThat(ServerAddress.words(URI.create("ws://kitchen:3000/news"))).isEqualTo("kitchen:3000/news");
        assertThat(ServerAddress.parse("kitchen:3000/news")).contains(URI.create("ws://kitchen:3000/news"));
        assertThat(ServerAddress.words(URI.create("ws://kitchen:3000/"))).isEqualTo("kitchen:3000");
        assertThat(ServerAddress.words(URI.create("ws://kitchen:3000"))).isEqualTo("kitchen:3000");
    }

    @Test
    void peopleReadHostAndPort() {
        assertThat(ServerAddress.words(URI.create("ws://kitchen:9000/chat"))).isEqualTo("kitchen:9000");
        assertThat(ServerAddress.words(URI.create("wss://kitchen/chat"))).isEqualTo("kitchen");
    }

    @Test
    void inBriefThePortThatEverybodyMeansIsLeftOut() {
        assertThat(ServerAddress.brief(URI.create("ws://kitchen:7878/chat"))).isEqualTo("kitchen");
        assertThat(ServerAddress.brief(URI.create("ws://kitchen:7878/news"))).isEqualTo("kitchen/news");
        assertThat(ServerAddress.brief(URI.create("ws://kitchen:7879/chat"))).isEqualTo("kitchen:7879");
    }
}
