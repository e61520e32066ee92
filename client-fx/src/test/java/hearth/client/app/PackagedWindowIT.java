package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server and two packaged clients with their windows, each in a process of its own, through a crash of the server. */
class PackagedWindowIT {
    private static final int LINES_EACH = 20;
    private static final int LINES_AFTER = 5;
    private static final long PATIENCE_SECONDS = 120;
    private static final String STATE = PackagedWindow.STATE;
    private static final String WAITING = ".waiting-line .small-muted";

    @TempDir
    Path folder;

    @Test
    void aKilledServerLosesAndDoublesNothing() throws Exception {
        PackagedServer packaged = new PackagedServer(folder);
        try (Program server = packaged.start();
                PackagedWindow ada = PackagedWindow.open(folder, packaged.address(), "Ada");
                PackagedWindow bo = PackagedWindow.open(folder, packaged.address(), "Bo");
                ExecutorService typists = Executors.newFixedThreadPool(2)) {
            ada.awaitWords(STATE, "Online · 2 people");
            bo.awaitWords(STATE, "Online · 2 people");
            exchangeRoomAndPrivateMessages(ada, bo);

            CountDownLatch crashed = new CountDownLatch(1);
            CompletableFuture<Void> adaWrites = CompletableFuture.runAsync(() -> sayAll(ada, "Ada", crashed), typists);
            CompletableFuture<Void> boWrites = CompletableFuture.runAsync(() -> sayAll(bo, "Bo", crashed), typists);
            awaitLinesOf("Bo", ada);
            awaitLinesOf("Ada", bo);
            server.kill();
            crashed.countDown();
            for (PackagedWindow window : List.of(ada, bo)) {
                window.awaitWords(STATE, "Waiting");
                window.awaitWords("#banner .rich-text", "No connection to Kitchen.");
            }
            CompletableFuture.allOf(adaWrites, boWrites).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            ada.awaitWords(WAITING, "");
            bo.awaitWords(WAITING, "");

            try (Program _ = packaged.start()) {
                ada.tryNowUntilOnline();
                bo.tryNowUntilOnline();
                awaitEverythingSent(ada);
                awaitEverythingSent(bo);
                List<String> shown = withoutMarks(ada.timeline());
                assertThat(withoutMarks(bo.timeline())).isEqualTo(shown);
                assertThat(shown).hasSize(2 * LINES_EACH + 1).startsWith("Ada: is anybody here?");
                assertThat(ofAuthor(shown, "Ada")).isEqualTo(expected("Ada"));
                assertThat(ofAuthor(shown, "Bo")).isEqualTo(expected("Bo"));
                assertThat(ada.closeWindow()).isZero();
                assertThat(bo.closeWindow()).isZero();
            }
        }
    }

    @Test
    void aStartWithoutTheServerShowsTheLastStateAndCatchesUpLater() throws Exception {
        PackagedServer packaged = new PackagedServer(folder);
        try (Program server = packaged.start();
                PackagedWindow bo = PackagedWindow.open(folder, packaged.address(), "Bo")) {
            bo.awaitWords(STATE, "Online");
            try (PackagedWindow ada = PackagedWindow.open(folder, packaged.address(), "Ada")) {
                ada.awaitWords(STATE, "Online · 2 people");
                exchangeRoomAndPrivateMessages(ada, bo);
                assertThat(ada.closeWindow()).isZero();
            }
            bo.say("while Ada is away");
            awaitTimeline(bo, List.of("Ada: is anybody here?", "Bo: while Ada is away [Sent]"));
            server.kill();
            try (PackagedWindow ada = PackagedWindow.openAgain(folder, "Ada")) {
                awaitTimeline(ada, List.of("Ada: is anybody here? [Sent]"));
                ada.awaitWords("#banner .rich-text", "No connection to Kitchen.");
                ada.click(".conversation-title", "Bo");
                awaitTimeline(ada, List.of("Ada: psst [Read]", "Bo: yes?"));
                ada.say("written offline");
                ada.awaitWords(WAITING, "");
                ada.click(".conversation-title", "lobby");
                try (Program _ = packaged.start()) {
                    ada.tryNowUntilOnline();
                    bo.tryNowUntilOnline();
                    awaitTimeline(ada, List.of("Ada: is anybody here? [Sent]", "Bo: while Ada is away"));
                    ada.awaitWords(STATE, "Online");
                    bo.click(".conversation-title", "Ada");
                    awaitTimeline(bo, List.of("Ada: psst", "Bo: yes? [Read]", "Ada: written offline"));
                    assertThat(ada.closeWindow()).isZero();
                    assertThat(bo.closeWindow()).isZero();
                }
            }
        }
    }

    private static void exchangeRoomAndPrivateMessages(PackagedWindow ada, PackagedWindow bo) throws IOException {
        ada.say("is anybody here?");
        awaitTimeline(bo, List.of("Ada: is anybody here?"));
        ada.click(".member-name", "Bo");
        ada.click("#person-message");
        ada.awaitWords(".empty-sentence", "Only the two of you see what is said here.");
        ada.say("psst");
        bo.click(".conversation-title", "Ada");
        awaitTimeline(bo, List.of("Ada: psst"));
        bo.say("yes?");
        awaitTimeline(ada, List.of("Ada: psst [Read]", "Bo: yes?"));
        ada.click(".conversation-title", "lobby");
        bo.click(".conversation-title", "lobby");
        awaitTimeline(bo, List.of("Ada: is anybody here?"));
    }

    /** Types all lines one after the other; the last of them only after the crash, so that it comes in the middle however fast the typing is. */
    private static void sayAll(PackagedWindow window, String author, CountDownLatch crashed) {
        try {
            for (int i = 0; i < LINES_EACH; i++) {
                if (i == LINES_EACH - LINES_AFTER && !crashed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("the server was not killed");
                }
                window.say(author + " says " + i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTimeline(PackagedWindow window, List<String> lines) {
        window.awaitThat(lines.toString(), () -> window.sight().equals(lines));
    }

    private static void awaitLinesOf(String author, PackagedWindow window) {
        window.awaitThat(
                "some lines of " + author,
                () -> ofAuthor(window.sight(), author).size() >= LINES_AFTER);
    }

    /** Online without a banner, all messages there, and no mark left but the one of the newest that the server has stored. */
    private static void awaitEverythingSent(PackagedWindow window) {
        window.awaitWords(STATE, "Online · 2 people");
        window.awaitThat("no banner", () -> window.words("#banner .rich-text").isEmpty());
        window.awaitThat("everything acknowledged", () -> {
            List<String> shown = window.timeline();
            List<String> marked =
                    shown.stream().filter(line -> line.endsWith("]")).toList();
            return shown.size() > 2 * LINES_EACH
                    && marked.size() == 1
                    && marked.getFirst().endsWith(" [Sent]")
                    && window.words(WAITING).isEmpty();
        });
    }

    private static List<String> withoutMarks(List<String> shown) {
        return shown.stream().map(line -> line.replaceFirst(" \\[\\w+]$", "")).toList();
    }

    private static List<String> ofAuthor(List<String> shown, String author) {
        return shown.stream()
                .filter(line -> line.startsWith(author + ": " + author + " says"))
                .toList();
    }

    private static List<String> expected(String author) {
        return IntStream.range(0, LINES_EACH)
                .mapToObj(i -> author + ": " + author + " says " + i)
                .toList();
    }
}
