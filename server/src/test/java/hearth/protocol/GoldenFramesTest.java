package hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFramesTest {

    private final FrameCodec codec = new FrameCodec();

    static List<Golden> ofClients() {
        return Golden.ofClients();
    }

    static List<Golden> ofServers() {
        return Golden.ofServers();
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void framesOfClientsAreEncodedAgainByteForByte(Golden golden) {
        assertThat(codec.encode(clientFrame(golden)).payload())
                .isEqualTo(golden.json().getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("ofServers")
    void framesOfServersAreEncodedAgainByteForByte(Golden golden) throws MalformedFrameException {
        assertThat(codec.encode(serverFrame(golden)).payload())
                .isEqualTo(golden.json().getBytes(UTF_8));
    }

    @Test
    void everyKindOfFrameOfAClientHasAGoldenFile() {
        Set<Class<?>> seen = ofClients().stream()
                .map(golden -> clientFrame(golden).getClass())
                .collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(leavesOf(ClientFrame.class));
    }

    @Test
    void everyKindOfFrameOfAServerHasAGoldenFile() throws MalformedFrameException {
        List<ServerFrame> frames = serverFrames();
        assertThat(frames.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leavesOf(ServerFrame.class));
    }

    @Test
    void everyKindOfAnswerAndEventHasAGoldenFile() throws MalformedFrameException {
        List<ServerFrame> frames = serverFrames();
        assertThat(frames.stream()
                        .filter(ServerFrame.Ok.class::isInstance)
                        .<Class<?>>map(
                                frame -> ((ServerFrame.Ok) frame).answer().getClass())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leavesOf(Answer.class));
        assertThat(frames.stream()
                        .filter(ServerFrame.Happened.class::isInstance)
                        .<Class<?>>map(
                                frame -> ((ServerFrame.Happened) frame).event().getClass())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leavesOf(Event.class));
    }

    private List<ServerFrame> serverFrames() throws MalformedFrameException {
        List<ServerFrame> frames = new ArrayList<>();
        for (Golden golden : ofServers()) {
            frames.add(serverFrame(golden));
        }
        return frames;
    }

    private ClientFrame clientFrame(Golden golden) {
        Decoded decoded = codec.decodeClient(golden.json());
        assertThat(decoded).isInstanceOf(Decoded.Frame.class);
        return ((Decoded.Frame) decoded).frame();
    }

    private ServerFrame serverFrame(Golden golden) throws MalformedFrameException {
        return codec.decodeServer(golden.json(), golden.expected());
    }

    private static List<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(permitted -> leavesOf(permitted).stream())
                        .distinct()
                        .toList()
                : Stream.<Class<?>>of(type).toList();
    }
}
