package hearth.client.screenshots;

import hearth.client.fx.Toolkit;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/** Writes pictures of the window to a folder, and contact sheets of all of them. */
public final class Screenshots {
    private final PrintStream out;
    private final Path folder;
    private final Path scratch;
    private final List<Path> taken = new ArrayList<>();

    private Screenshots(PrintStream out, Path folder, Path scratch) {
        this.out = out;
        this.folder = folder;
        this.scratch = scratch;
    }

    /** Takes all pictures; {@code args[0]} is the folder, {@code args[1]}, if it is there, what the names of the wanted screens begin with. */
    public static void main(String[] args) throws Exception {
        // Han characters in the forms of the Chinese that the pictures have.
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        Path folder = Files.createDirectories(Path.of(args[0]));
        Screenshots all = new Screenshots(System.out, folder, Files.createTempDirectory("hearth-screenshots"));
        List<Screen> screens = Stream.concat(ChatScreens.all().stream(), DialectScreens.all(System.out).stream())
                .filter(screen -> args.length < 2 || screen.name().startsWith(args[1]))
                .toList();
        try {
            for (Screen screen : screens) {
                all.take(screen);
            }
            all.sum();
        } finally {
            Toolkit.exit();
        }
    }

    private void take(Screen screen) throws Exception {
        for (Look look : screen.looks()) {
            Path own = Files.createDirectories(scratch.resolve(screen.name() + "-" + look.name()));
            screen.act().on(new Studio(look, own, (window, name) -> {
                Path file = folder.resolve(name + ".png");
                window.photograph(file);
                taken.add(file);
            }));
        }
    }

    private void sum() {
        if (!taken.isEmpty()) {
            List<Path> sheets =
                    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> ContactSheet.write(List.copyOf(taken), folder));
            out.printf("%d pictures and %d contact sheets in %s%n", taken.size(), sheets.size(), folder);
        }
    }
}
