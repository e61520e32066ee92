package hearth.client.link.koa;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.Recording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our client in the place of one that was recorded: it has to send what that one sent, and to understand what that one got. */
class KoaRecordingsTest {
    private static final String RECORDING = "s004-koa";
    private static final String COOKIE = "Cookie: ";
    private static final String SET_COOKIE = "302 Set-Cookie: ";
    private static final String CLOSED = "CLOSE 4001 ";

    /** All forms were sent on one connection. */
    private static final int FORMS = 1;

    private final ForeignBench bench = new ForeignBench(KoaDialect.KIND);

    @Test
    void whoIsThereFirst() {
        assertThat(play(4))
                .containsExactly(
                        "welcome [lobby 0]",
                        "joined lobby 1 乙mwor68kd",
                        "Presence",
                        "ok lobby 2",
                        "lobby 2 甲mwor68kd: 大家好",
                        "error empty",
                        "ok lobby 3",
                        "lobby 3 甲mwor68kd: @乙mwor68kd 悄悄",
                        "left lobby 4 乙mwor68kd",
                        "Presence");
    }

    @Test
    void whoComesLater() {
        assertThat(play(5))
                .containsExactly("welcome [lobby 0]", "lobby 1 甲mwor68kd: 大家好", "lobby 2 甲mwor68kd: @乙mwor68kd 悄悄");
    }

    @Test
    void whoLeavesOneOfTwoWindowsIsStillThere() {
        assertThat(play(6)).containsExactly("welcome [lobby 0]");
        bench.close(1000, "");
        assertThat(play(7)).containsExactly("welcome [lobby 0]");
    }

    @Test
    void aCookieThatIsNoneLetsNobodyIn() {
        bench.dial().answer(405).signIn("甲").answer(302, "name=%%%; path=/");
        assertThat(play(3)).containsExactly("error unauthorized needs cookie");
    }

    private List<String> play(int client) {
        for (Recording.Message message : Recording.of(RECORDING, client)) {
            String text = message.text();
            if (text.startsWith(CLOSED)) {
                bench.close(4001, text.substring(CLOSED.length()));
            } else if (message.isServers()) {
                bench.receive(text);
            } else if (text.startsWith(COOKIE)) {
                reach(text.substring(COOKIE.length()));
            } else {
                say(text);
            }
        }
        return bench.words();
    }

    /** The socket that wants this cookie. */
    private void reach(String cookie) {
        List<Recording.Message> forms = Recording.of(RECORDING, FORMS);
        for (int i = 1; i < forms.size(); i += 2) {
            String given = forms.get(i).text();
            if (given.startsWith(SET_COOKIE + cookie + ";")) {
                signIn(forms.get(i - 1).text(), given.substring(SET_COOKIE.length()));
            }
        }
        assertThat(bench.headers()).containsEntry("Cookie", cookie);
        bench.opened();
    }

    private void signIn(String form, String cookie) {
        String name = URLDecoder.decode(form.substring(form.indexOf('=') + 1), StandardCharsets.UTF_8);
        bench.dial().answer(405);
        bench.questions();
        bench.signIn(name);
        assertThat(bench.questions()).containsExactly(form.replace("POST ", "POST http://kitchen:3000"));
        bench.answer(302, cookie);
    }

    private void say(String text) {
        bench.post("lobby", text);
        assertThat(bench.sent()).isEqualTo(text.isBlank() ? List.of() : List.of(text.strip()));
    }
}
