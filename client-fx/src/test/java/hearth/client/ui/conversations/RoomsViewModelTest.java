package hearth.client.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.Outcome;
import hearth.client.ui.common.FakeChatSession;
import hearth.protocol.Answer;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomsViewModelTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final List<String> entered = new ArrayList<>();

    private RoomsViewModel opened(String... names) {
        list(names);
        RoomsViewModel model = new RoomsViewModel(Messages.in(Locale.UK), ui, session, _ -> {});
        ui.runAll();
        return model;
    }

    private void list(String... names) {
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(
                List.of(names).stream()
                        .map(name ->
                                new Answer.RoomEntry("c-" + name, name, "", Visibility.PUBLIC, 9, 2, Optional.empty()))
                        .toList(),
                false)));
    }

    private void enterFirst(RoomsViewModel model) {
        model.whenFound(() -> entered.add(model.rooms().getFirst().name()));
    }

    @Test
    void whoeverEntersBeforeTheAnswerMeansWhatWasTypedAndNotWhatIsStillListed() {
        RoomsViewModel model = opened("attic", "garden");
        list("garden");
        model.queryProperty().set("gar");
        enterFirst(model);
        assertThat(entered).isEmpty();
        ui.advance(Duration.ofSeconds(1));
        assertThat(entered).containsExactly("garden");
        enterFirst(model);
        assertThat(entered).as("nothing to wait for").containsExactly("garden", "garden");
    }

    @Test
    void whoeverTypesOnHasNotEnteredYet() {
        RoomsViewModel model = opened("attic", "garden");
        model.queryProperty().set("gar");
        enterFirst(model);
        model.queryProperty().set("gard");
        ui.advance(Duration.ofSeconds(1));
        assertThat(entered).isEmpty();
    }

    @Test
    void withoutAConnectionNothingIsEnteredAndThatIsSaid() {
        RoomsViewModel model = opened("attic");
        session.answerRooms(new Outcome.NotConnected<>());
        model.queryProperty().set("gar");
        enterFirst(model);
        ui.advance(Duration.ofSeconds(1));
        assertThat(entered).isEmpty();
        assertThat(model.loadingProperty().get()).isFalse();
        assertThat(model.problemProperty().get())
                .isEqualTo("There is no connection right now. Try again once you are online.");
    }
}
