package hearth.client.screenshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hearth.client.ui.ChatWindow;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Screens stand as they were accepted; {@code ./mvnw -q -Pscreenshots} compares all of them, {@code -Dargs=--accept} accepts what it sees. */
class LayoutFxTest {
    /** Between them they have most of what there is; the others take as long as they are many. */
    private static final Set<String> QUICKLY = Set.of(
            "main",
            "sidebar",
            "people",
            "waiting",
            "settings",
            "rooms",
            "direct",
            "empty-room",
            "connect",
            "banner-stale");

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> aScreenStandsAsItWasAccepted() {
        return ChatScreens.all().stream()
                .filter(screen -> QUICKLY.contains(screen.name()))
                .flatMap(screen -> screen.looks().stream()
                        .map(look -> dynamicTest(screen.name() + " " + look.name(), () -> show(screen, look))));
    }

    private void show(Screen screen, Look look) throws Exception {
        screen.act().on(new Studio(look, scratch, (window, name) -> {
            Layout seen = window.onFx(() -> Layout.of(window.root()));
            assertThat(accepted().differences(name, seen)).as(name).isEmpty();
        }));
    }

    @Test
    void aComposerThatHasSlippedIsSeen() throws Exception {
        new Screen("main", List.of(Look.USUAL), ChatScreens.all().getFirst().act())
                .act()
                .on(new Studio(Look.USUAL, scratch, this::slip));
    }

    private void slip(ChatWindow window, String name) {
        window.onFx(() -> {
            window.root().lookup("#composer").setTranslateY(40);
            return null;
        });
        Layout seen = window.onFx(() -> Layout.of(window.root()));
        assertThat(accepted().differences(name, seen))
                .singleElement()
                .asString()
                .startsWith("moved:")
                .contains("#composer");
    }

    private static AcceptedLayouts accepted() {
        try {
            return new AcceptedLayouts(Path.of(Objects.requireNonNull(LayoutFxTest.class.getResource("/layouts"))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
