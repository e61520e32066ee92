package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.protocol.ErrorCode;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleWhysTest {
    private final ConsoleWhys whys = new ConsoleWhys(
            new ServerSpec(URI.create("ws://kitchen:3000/"), DialectName.JSONROOM, Optional.empty()), "Ada");

    private String refused(Kind kind, ErrorCode code) {
        return whys.of(new RefusalReason(kind, Optional.of(code), ""));
    }

    @Test
    void whatTheServerWantsIsSaidAndHowToGiveIt() {
        assertThat(refused(Kind.TOKEN, ErrorCode.UNAUTHORIZED))
                .isEqualTo("kitchen:3000 wants a signed token, or another one. "
                        + "Ask whoever runs the chat for one, and start again with --token.");
        assertThat(refused(Kind.COOKIE, ErrorCode.UNAUTHORIZED))
                .startsWith("kitchen:3000 did not let you through its sign-in form. Try again");
        assertThat(refused(Kind.LOGIN, ErrorCode.NAME_TAKEN))
                .contains("“Ada”")
                .endsWith("Change your name and join again.");
    }
}
