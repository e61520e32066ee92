package hearth.client.screenshots;

import hearth.client.fx.Toolkit;
import hearth.client.ui.ChatWindow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Writes pictures of the window to a folder, and contact sheets of all of them, and says which screens are laid out otherwise than was accepted. */
public final class Screenshots {
    private static final String ACCEPT = "--accept";

    private final PrintStream out;
    private final Path folder;
    private final Path scratch;
    private final Optional<AcceptedLayouts> accepted;
    private final boolean accepting;
    private final List<Path> taken = new ArrayList<>();
    private int otherwise;

    private Screenshots(PrintStream out, Path folder, Optional<AcceptedLayouts> accepted, boolean accepting)
            throws IOException {
        this.out = out;
        this.folder = Files.createDirectories(folder);
        this.accepted = accepted;
        this.accepting = accepting;
        scratch = Files.createTempDirectory("hearth-screenshots");
    }

    /**
     * Takes all pictures.
     *
     * @param args the folder for the pictures; {@code --accept}, if what is seen is accepted from now on; what the names of the wanted screens begin with, if it
     *     is not all. The system property {@code hearth.layouts} names the folder of the accepted layouts
     */
    public static void main(String[] args) throws Exception {
        // Han characters in the forms of the Chinese that the pictures have.
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        List<String> wanted = Arrays.stream(args).skip(1).toList();
        Optional<AcceptedLayouts> layouts = Optional.ofNullable(System.getProperty("hearth.layouts"))
                .map(Path::of)
                .map(AcceptedLayouts::new);
        Screenshots all = new Screenshots(System.out, Path.of(args[0]), layouts, wanted.contains(ACCEPT));
        List<String> beginnings =
                wanted.stream().filter(word -> !word.equals(ACCEPT)).toList();
        FxToolkit.registerPrimaryStage();
        try {
            if (WaitForAsyncUtils.waitForAsyncFx(60_000, HanGlyphs::areDrawn)) {
                all.take(beginnings);
                all.sum();
            } else {
                System.out.println(
                        "No font on this machine has Chinese characters, so no pictures were taken: install one, such as Noto Sans CJK.");
            }
        } finally {
            Toolkit.exit();
        }
    }

    private void take(List<String> beginnings) throws Exception {
        for (Screen screen : wanted(ChatScreens.all(), beginnings)) {
            take(screen, this::photographAndCompare);
        }
        // What stands there is what real servers say, at their time: looked at, not compared.
        for (Screen screen : wanted(DialectScreens.all(out), beginnings)) {
            take(screen, this::photograph);
        }
    }

    private static List<Screen> wanted(List<Screen> screens, List<String> beginnings) {
        return screens.stream()
                .filter(screen -> beginnings.isEmpty() || beginnings.stream().anyMatch(screen.name()::startsWith))
                .toList();
    }

    private void take(Screen screen, Camera camera) throws Exception {
        for (Look look : screen.looks()) {
            Path own = Files.createDirectories(scratch.resolve(screen.name() + "-" + look.name()));
            try {
                screen.act().on(new Studio(look, own, camera));
            } catch (ConditionTimeoutException e) {
                // The others are still worth looking at.
                otherwise++;
                out.printf("%s in %s does not come about: %s%n", screen.name(), look.name(), e.getMessage());
            }
        }
    }

    private void photograph(ChatWindow window, String name) {
        Path file = folder.resolve(name + ".png");
        window.photograph(file);
        taken.add(file);
    }

    private void photographAndCompare(ChatWindow window, String name) {
        photograph(window, name);
        Layout seen = window.onFx(() -> Layout.of(window.root()));
        accepted.ifPresent(layouts -> compare(layouts, name, seen));
    }

    private void compare(AcceptedLayouts layouts, String name, Layout seen) {
        if (accepting) {
            layouts.accept(name, seen);
            return;
        }
        List<String> differences = layouts.differences(name, seen);
        if (!differences.isEmpty()) {
            otherwise++;
            out.printf("%s is laid out otherwise than was accepted:%n", name);
            differences.forEach(each -> out.println("  " + each));
        }
    }

    private void sum() throws IOException {
        if (taken.isEmpty()) {
            out.println("no screen has such a name");
            return;
        }
        List<Path> sheets =
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> ContactSheet.write(List.copyOf(taken), folder));
        out.printf("%d pictures and %d contact sheets in %s%n", taken.size(), sheets.size(), folder);
        if (otherwise > 0) {
            out.printf(
                    "%d of them are not as accepted; where they are better now: ./mvnw -q -Pscreenshots -Dargs=%s%n",
                    otherwise, ACCEPT);
        }
    }
}
