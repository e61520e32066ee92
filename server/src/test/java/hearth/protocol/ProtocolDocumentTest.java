package hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md shows what the codec really reads and writes, and names everything that there is. */
class ProtocolDocumentTest {

    private static final Pattern RULE =
            Pattern.compile("^(?:\\| )?([A-Z](?:-[a-z]+-)?\\d+(?:\\.\\d+)?)(?:\\.| \\|) ", Pattern.MULTILINE);

    private final FrameCodec codec = new FrameCodec();

    private String document;

    @BeforeEach
    void readDocument() throws IOException {
        document = Files.readString(Path.of("PROTOCOL.md"));
    }

    @Test
    void everyFrameInItIsWhatTheCodecWrites() throws MalformedFrameException {
        Map<Long, AnswerKind> unanswered = new HashMap<>();
        for (String line : document.lines().toList()) {
            if (line.startsWith("C: ")) {
                checkOfClient(line.substring(3), unanswered);
            } else if (line.startsWith("S: ")) {
                checkOfServer(line.substring(3), unanswered);
            } else {
                assertThat(line).doesNotStartWith("{");
            }
        }
        assertThat(unanswered).isEmpty();
    }

    @Test
    void everyRuleHasANumberOfItsOwn() {
        Set<String> seen = new HashSet<>();
        Matcher rule = RULE.matcher(document);
        while (rule.find()) {
            assertThat(seen.add(rule.group(1)))
                    .as("rule %s stands once", rule.group(1))
                    .isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(300).contains("T1", "F9.1", "C4.11", "R-post-3.2", "R1", "X9", "P5");
    }

    @Test
    void everyCodeCapabilityAndTypeIsNamed() {
        List<WireName> names = new ArrayList<>(List.of(ErrorCode.values()));
        names.addAll(List.of(Capability.values()));
        assertThat(names).allSatisfy(name -> assertThat(document).contains("`" + name.wire() + "`"));
        for (List<Golden> side : List.of(Golden.ofClients(), Golden.ofServers())) {
            for (Golden golden : side) {
                String type = golden.json().replaceAll("^\\{\"type\":\"([a-z-]+)\".*", "$1");
                assertThat(type.equals("poll-opened") || document.contains("`" + type + "`"))
                        .as(type)
                        .isTrue();
            }
        }
    }

    @Test
    void everyCloseCodeIsNamed() {
        for (CloseCode code : CloseCode.values()) {
            assertThat(document.substring(document.indexOf("## 12."))).contains(Integer.toString(code.code()));
        }
    }

    private void checkOfClient(String json, Map<Long, AnswerKind> unanswered) {
        switch (codec.decodeClient(json)) {
            case Decoded.Frame(var frame) -> {
                assertThat(new String(codec.encode(frame).payload(), UTF_8)).isEqualTo(json);
                if (frame instanceof ClientFrame.Request request) {
                    unanswered.put(request.id(), AnswerKind.of(request));
                }
            }
            // The next line is the error that it gets.
            case Decoded.Invalid(var re, var code, var type, var message) ->
                assertThat(document)
                        .as(type)
                        .contains("C: " + json + "\nS: "
                                + text(new ServerFrame.Error(
                                        re, code, message, OptionalLong.empty(), Optional.empty())));
            case Decoded.Broken(var message) -> throw new AssertionError(message + ": " + json);
        }
    }

    private void checkOfServer(String json, Map<Long, AnswerKind> unanswered) throws MalformedFrameException {
        ServerFrame frame = codec.decodeServer(json, re -> Optional.ofNullable(unanswered.get(re)));
        assertThat(frame).as(json).isNotInstanceOf(ServerFrame.Unknown.class);
        assertThat(text(frame)).isEqualTo(json);
        switch (frame) {
            case ServerFrame.Ok ok -> unanswered.remove(ok.re());
            case ServerFrame.Welcome welcome -> unanswered.remove(welcome.re());
            default -> {}
        }
    }

    private String text(ServerFrame frame) {
        return new String(codec.encode(frame).payload(), UTF_8);
    }
}
