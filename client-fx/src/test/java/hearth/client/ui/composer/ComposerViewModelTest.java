package hearth.client.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.TextLimit;
import hearth.client.link.TextLimit.Unit;
import hearth.client.session.PostResult;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.People;
import hearth.client.ui.common.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerViewModelTest {
    private static final Optional<ComposerViewModel.Place> LOBBY =
            Optional.of(new ComposerViewModel.Place("c1", "lobby"));
    private static final Optional<ComposerViewModel.Place> OTHER =
            Optional.of(new ComposerViewModel.Place("c2", "other"));

    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final People people = new People();
    private final List<String> heard = new ArrayList<>();
    private final ComposerViewModel model = model(Locale.UK, Unit.CHARACTERS);

    private ComposerViewModel model(Locale locale, Unit unit) {
        return new ComposerViewModel(
                new ComposerViewModel.Needs(Messages.in(locale), ui, session, people, new TextLimit(20, unit)),
                new ComposerViewModel.Listener() {
                    @Override
                    public void onSent(String conversation) {
                        heard.add("sent " + conversation);
                    }

                    @Override
                    public void onDraft(String conversation, boolean present) {
                        heard.add("draft " + conversation + " " + present);
                    }

                    @Override
                    public void onEditLast() {
                        heard.add("edit last");
                    }

                    @Override
                    public void onEmptied(long seq) {
                        heard.add("emptied " + seq);
                    }
                });
    }

    private void write(String text) {
        model.show(LOBBY);
        ui.runAll();
        model.textProperty().set(text);
    }

    @Test
    void sendHandsTheTextOverAndEmptiesTheField() {
        write("hi");
        model.send();
        ui.runAll();
        assertThat(session.commands("post")).containsExactly("post c1 hi");
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(heard).containsExactly("sent c1");
    }

    @Test
    void whatCannotBeKeptComesBackWithTheReason() {
        session.answerPosting(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
        write("precious");
        model.send();
        model.textProperty().set("more");
        ui.runAll();
        assertThat(model.textProperty().get()).isEqualTo("precious\nmore");
        assertThat(model.hints().problemProperty().get()).contains("cannot keep the message");
    }

    @Test
    void whatASessionFailsToTakeComesBackWithTheReason() {
        session.failPosting(new IllegalStateException("a mistake"));
        write("precious");
        model.send();
        ui.runAll();
        assertThat(model.textProperty().get()).isEqualTo("precious");
        assertThat(model.hints().problemProperty().get()).contains("cannot keep the message");
    }

    @Test
    void whatCannotBeKeptComesBackWhereItWasWritten() {
        session.answerPosting(new PostResult.NotKept(PostResult.Why.OUTBOX_FULL));
        write("precious");
        model.send();
        model.show(OTHER);
        ui.runAll();
        assertThat(model.textProperty().get()).isEmpty();
        model.show(LOBBY);
        assertThat(model.textProperty().get()).isEqualTo("precious");
    }

    @Test
    void whatIsTooLongIsSaidBeforeItIsSent() {
        write("x".repeat(21));
        assertThat(model.hints().tooLong()).isTrue();
        assertThat(model.hints().countProperty().get()).isEqualTo("1 character too long");
        model.send();
        assertThat(session.commands("post")).isEmpty();
        assertThat(model.hints().problemProperty().get()).isEqualTo("1 character too long");
        assertThat(model.textProperty().get()).hasSize(21);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, BYTES, 😀😀😀😀😀, 20 of 20 bytes",
        "en-GB, BYTES, 字字字字字字字, 1 byte too long",
        "en-GB, BYTES, 😀😀😀😀😀字, 3 bytes too long",
        "zh-CN, BYTES, 😀😀😀😀😀, 20 / 20 字节",
        "zh-CN, BYTES, 😀😀😀😀😀字, 超出 3 字节",
        "zh-CN, CHARACTERS, 字字字, 3 / 20 个字符",
        "zh-CN, CHARACTERS, 字字字字字字字字字字字字字字字字字字字字字字, 超出 2 个字符"
    })
    void theCountIsInTheUnitOfTheServer(String locale, Unit unit, String text, String count) {
        ComposerViewModel there = model(Locale.forLanguageTag(locale), unit);
        there.textProperty().set(text);
        assertThat(there.hints().countProperty().get()).isEqualTo(count);
    }

    @Test
    void charactersAreCountedAsTheServerCountsThem() {
        write("😀".repeat(20));
        assertThat(model.hints().tooLong()).isFalse();
        assertThat(model.hints().countProperty().get()).isEqualTo("20 of 20 characters");
    }

    @Test
    void nothingIsSentWhereTheServerDidNotLetTheUserIn() {
        write("hi");
        model.refusedProperty().set(true);
        model.send();
        assertThat(session.commands("post")).isEmpty();
    }

    @Test
    void aDraftIsKeptOnceTheUserPauses() {
        write("unfin");
        ui.advance(Duration.ofMillis(400));
        model.textProperty().set("unfinished");
        assertThat(session.commands("keepDraft")).isEmpty();
        ui.advance(Duration.ofMillis(500));
        assertThat(session.commands("keepDraft")).containsExactly("keepDraft c1 unfinished");
        assertThat(heard).containsExactly("draft c1 true");
    }

    @Test
    void aDraftIsKeptOnLeavingAndShownOnComingBack() {
        write("later");
        model.show(OTHER);
        assertThat(session.commands("keepDraft")).containsExactly("keepDraft c1 later");
        assertThat(model.textProperty().get()).isEmpty();
        model.show(LOBBY);
        assertThat(model.textProperty().get()).isEqualTo("later");
    }

    @Test
    void aDraftFromTheDiskIsShownUnlessTheUserHasBegunToWrite() {
        session.withDraft("c1", "from yesterday").withDraft("c2", "old");
        model.show(LOBBY);
        ui.runAll();
        assertThat(model.textProperty().get()).isEqualTo("from yesterday");
        model.show(OTHER);
        model.textProperty().set("new");
        ui.runAll();
        assertThat(model.textProperty().get()).isEqualTo("new");
    }

    @Test
    void leavingBeforeTheDraftWasReadKeepsIt() {
        session.withDraft("c1", "from yesterday");
        model.show(LOBBY);
        model.show(OTHER);
        assertThat(session.commands("keepDraft")).isEmpty();
        ui.runAll();
        model.show(LOBBY);
        assertThat(model.textProperty().get()).isEqualTo("from yesterday");
    }

    @Test
    void whoWritesIsNamed() {
        List.of(Workshop.MEI, Workshop.JONAS, Workshop.LIN, Workshop.NOOR)
                .forEach(who -> people.meet(who.id(), who.name()));
        model.show(LOBBY);
        model.hints().onTyping("c1", Set.of(Workshop.JONAS.id()));
        assertThat(model.hints().typingProperty().get()).isEqualTo("Jonas is typing");
        model.hints().onTyping("c1", Set.of(Workshop.JONAS.id(), Workshop.NOOR.id()));
        assertThat(model.hints().typingProperty().get()).isEqualTo("Jonas and Noor are typing");
        model.hints()
                .onTyping("c1", Set.of(Workshop.JONAS.id(), Workshop.NOOR.id(), Workshop.LIN.id(), Workshop.MEI.id()));
        assertThat(model.hints().typingProperty().get()).isEqualTo("Several people are typing");
        model.show(OTHER);
        assertThat(model.hints().typingProperty().get()).isEmpty();
    }

    @Test
    void writingIsToldAndASwitchIsNot() {
        write("h");
        model.textProperty().set("hi");
        model.show(OTHER);
        model.show(LOBBY);
        assertThat(session.commands("typing")).containsExactly("typing c1", "typing c1");
    }
}
