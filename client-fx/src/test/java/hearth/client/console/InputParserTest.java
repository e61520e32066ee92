package hearth.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputParserTest {
    private static final List<String> ROOMS = List.of("lobby", "Kitchen Table");
    private static final List<String> PEOPLE = List.of("Ada", "Ada Lovelace", "Bo");

    @Test
    void aLineIsSentAsItIs() {
        assertThat(parse("  hi /there  ")).isEqualTo(new InputLine.Text("  hi /there  "));
    }

    @Test
    void twoSlashesBeginALineThatStartsWithOne() {
        assertThat(parse("//quit")).isEqualTo(new InputLine.Text("/quit"));
        assertThat(parse("//")).isEqualTo(new InputLine.Text("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\u00a0", "\u200b\u2060"})
    void aLineWithNothingToSeeIsBlank(String line) {
        assertThat(parse(line)).isEqualTo(new InputLine.Blank());
    }

    @Test
    void aRoomIsTheRestOfTheLineOrInQuotes() {
        assertThat(parse("/join new room")).isEqualTo(new InputLine.Join("new room"));
        assertThat(parse("/join \"new room\" and more")).isEqualTo(new InputLine.Join("new room"));
        assertThat(parse("/to kitchen TABLE ")).isEqualTo(new InputLine.To("Kitchen Table"));
        assertThat(parse("/to \"open")).isEqualTo(new InputLine.To("\"open"));
    }

    @Test
    void leavingNeedsNoRoom() {
        assertThat(parse("/leave")).isEqualTo(new InputLine.Leave(Optional.empty()));
        assertThat(parse("/leave LOBBY")).isEqualTo(new InputLine.Leave(Optional.of("lobby")));
    }

    @Test
    void aPersonIsTheLongestKnownNameThatFits() {
        assertThat(parse("/msg ada lovelace hello")).isEqualTo(new InputLine.Msg("Ada Lovelace", "hello"));
        assertThat(parse("/msg Ada hello")).isEqualTo(new InputLine.Msg("Ada", "hello"));
        assertThat(parse("/msg Adam hello")).isEqualTo(new InputLine.Msg("Adam", "hello"));
        assertThat(parse("/msg Bo  two spaces")).isEqualTo(new InputLine.Msg("Bo", " two spaces"));
    }

    @Test
    void aPersonMayStandInQuotes() {
        assertThat(parse("/msg \"Ada\" Lovelace hello")).isEqualTo(new InputLine.Msg("Ada", "Lovelace hello"));
        assertThat(parse("/msg \"Cy Dee\" hi")).isEqualTo(new InputLine.Msg("Cy Dee", "hi"));
    }

    @Test
    void aDecisionIsAboutANumberOrAll() {
        assertThat(parse("/unsent")).isEqualTo(new InputLine.ListUnsent());
        assertThat(parse("/resend 2")).isEqualTo(new InputLine.Resend("2"));
        assertThat(parse("/dismiss all ")).isEqualTo(new InputLine.Dismiss("all"));
        assertThat(parse("/help")).isEqualTo(new InputLine.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/msg",
                "/msg Bo",
                "/msg Cy",
                "/msg Bo  ",
                "/msg \"\" hi",
                "/join",
                "/to ",
                "/history x",
                "/resend",
                "/resend everything",
                "/dismiss",
                "/dismiss -1",
                "/history -1",
                "/hello"
            })
    void whatCannotBeUnderstoodIsSaid(String line) {
        assertThat(parse(line)).isInstanceOf(InputLine.Bad.class);
    }

    @Test
    void historyIsOfFiftyUnlessTold() {
        assertThat(parse("/history")).isEqualTo(new InputLine.History(50));
        assertThat(parse("/history 7")).isEqualTo(new InputLine.History(7));
        assertThat(parse("/history 0")).isEqualTo(new InputLine.History(1));
        assertThat(parse("/history 999999")).isEqualTo(new InputLine.History(10_000));
        assertThat(parse("/history 9999999999")).isInstanceOf(InputLine.Bad.class);
    }

    @Test
    void theOthersStandAlone() {
        assertThat(parse("/rooms")).isEqualTo(new InputLine.Rooms());
        assertThat(parse("/who")).isEqualTo(new InputLine.Who());
        assertThat(parse("/quit")).isEqualTo(new InputLine.Quit());
    }

    private static InputLine parse(String line) {
        return InputParser.parse(line, ROOMS, PEOPLE);
    }
}
