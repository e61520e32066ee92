package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.app.ClientCommandLine.Reading;
import hearth.client.app.ClientOptions.Mode;
import hearth.client.console.ConsoleOptions;
import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientCommandLineTest {
    private static final Path USUAL = Path.of("usual");

    @Test
    void withoutOptionsTheWindowOpensOnTheUsualFolder() {
        assertThat(read())
                .isEqualTo(new Reading.Run(new ClientOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        USUAL,
                        new Mode.Window())));
    }

    @Test
    void windowTakesServerNameAndFolder() {
        assertThat(read("--server", "kitchen", "--name", "Ada Lovelace", "--data", "there"))
                .isEqualTo(new Reading.Run(new ClientOptions(
                        Optional.of(URI.create("ws://kitchen:7878/chat")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Ada Lovelace"),
                        Path.of("there"),
                        new Mode.Window())));
    }

    @Test
    void consoleWaitsForEverUnlessTold() {
        assertThat(read("--console", "--server=kitchen:9000", "--name=Ada"))
                .isEqualTo(console(new ConsoleOptions(false, Optional.empty())));
        assertThat(read("--console", "--server=kitchen:9000", "--name=Ada", "--json", "--timeout=30"))
                .isEqualTo(console(new ConsoleOptions(true, Optional.of(Duration.ofSeconds(30)))));
    }

    @Test
    void consoleSpeaksTheDialectThatItIsTold() {
        Reading.Run run = (Reading.Run)
                read("--console", "--server=kitchen:9000", "--name=Ada", "--dialect=jsonroom", "--token=a.b.c");
        assertThat(run.options().spec(run.options().dialect().orElseThrow()))
                .isEqualTo(new ServerSpec(
                        URI.create("ws://kitchen:9000/chat"), DialectName.JSONROOM, Optional.of("a.b.c")));
        assertThat(run.toString()).doesNotContain("a.b.c");
    }

    @ParameterizedTest
    @CsvSource({
        "--console --name Ada, The console needs --server and --name. Try --help.",
        "--console --server kitchen, The console needs --server and --name. Try --help.",
        "--json, '--json, --timeout, --dialect and --token belong to --console. Try --help.'",
        "--timeout 5, '--json, --timeout, --dialect and --token belong to --console. Try --help.'",
        "--console --server kitchen --name Ada --timeout -1, A timeout is a number of seconds from 0. Try --help.",
        "--token a.b.c, '--json, --timeout, --dialect and --token belong to --console. Try --help.'",
        "--console --server kitchen --name Ada --dialect irc, "
                + "'Invalid value for option ''--dialect'': \"irc\" is none of hearth, socketio-chat, socketio-talk, socketio-commands, jsonroom, koa, text. Try --help.'",
        "--name=, The name is empty. Try --help.",
        "--console --server ftp://kitchen --name Ada, "
                + "Invalid value for option '--server': \"ftp://kitchen\" is not the address of a server. Try --help.",
        "--colour red, 'Unknown options: ''--colour'', ''red''. Try --help.'"
    })
    void whatMakesNoSenseIsRefusedInOneSentence(String line, String sentence) {
        assertThat(read(line.split(" "))).isEqualTo(new Reading.Say(sentence, 1));
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(read("--help"))
                .isInstanceOfSatisfying(
                        Reading.Say.class,
                        said -> assertThat(said.text())
                                .contains(
                                        "--server=URL",
                                        "--name=NAME",
                                        "--data=DIR",
                                        "--console",
                                        "--json",
                                        "--timeout=S",
                                        "--help",
                                        "--version"))
                .isInstanceOfSatisfying(
                        Reading.Say.class, said -> assertThat(said.exitCode()).isZero());
    }

    @Test
    void versionIsWhatTheProgramSays() {
        assertThat(read("--version")).isEqualTo(new Reading.Say("hearth 1.0", 0));
    }

    private static Reading console(ConsoleOptions options) {
        return new Reading.Run(new ClientOptions(
                Optional.of(URI.create("ws://kitchen:9000/chat")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Ada"),
                USUAL,
                new Mode.Console(options)));
    }

    private static Reading read(String... args) {
        return ClientCommandLine.read(USUAL, "hearth 1.0", args);
    }
}
