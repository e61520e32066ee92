package hearth.client.ui.host;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.host.HostingException.Problem;
import hearth.client.settings.HostPlan;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.host.HostingViewModel.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostingViewModelTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatHost host = new FakeChatHost();
    private final List<State.Open> opened = new ArrayList<>();
    private final HostingViewModel model = new HostingViewModel(ui, ui, host, opened::add);

    private void prepare() {
        model.prepare("Ada’s chat");
        ui.runAll();
    }

    private void start() {
        prepare();
        model.start("Ada");
        ui.runAll();
    }

    @Test
    void theUsualNameAndPortAreOfferedAtFirst() {
        prepare();
        assertThat(model.nameProperty().get()).isEqualTo("Ada’s chat");
        assertThat(model.portProperty().get()).isEqualTo("7878");
        assertThat(model.takenProperty().get()).isEmpty();
    }

    @Test
    void aTakenPortMakesRoomForTheNextOne() {
        host.taken(7878, 7879);
        prepare();
        assertThat(model.portProperty().get()).isEqualTo("7880");
        assertThat(model.takenProperty().get()).contains(7878);
    }

    @Test
    void whatWasHostedLastIsOfferedAgainButForWhatIsTypedMeanwhile() {
        host.last(new HostPlan("Workshop", 9000, "Ada", false));
        prepare();
        assertThat(model.nameProperty().get()).isEqualTo("Workshop");
        assertThat(model.portProperty().get()).isEqualTo("9000");
        model.prepare("Ada’s chat");
        model.nameProperty().set("Kitchen");
        model.portProperty().set("1234");
        ui.runAll();
        assertThat(model.nameProperty().get()).isEqualTo("Kitchen");
    }

    @Test
    void whoeverBeginsIsToldWhereToJoin() {
        start();
        assertThat(opened).singleElement().satisfies(open -> {
            assertThat(open.address()).hasToString("ws://127.0.0.1:7878/chat");
            assertThat(open.plan()).isEqualTo(new HostPlan("Ada’s chat", 7878, "Ada", false));
        });
    }

    @Test
    void aFormThatCannotBeMeantSaysWhyAndBeginsNothing() {
        prepare();
        model.nameProperty().set("  ");
        assertThat(troubleOf("Ada")).isEqualTo(HostTrouble.Kind.NAME_MISSING);
        model.nameProperty().set("x".repeat(65));
        assertThat(troubleOf("Ada")).isEqualTo(HostTrouble.Kind.NAME_LONG);
        model.nameProperty().set("Home");
        for (String port : List.of("", "0", "65536", "web")) {
            model.portProperty().set(port);
            assertThat(troubleOf("Ada")).isEqualTo(HostTrouble.Kind.PORT_INVALID);
        }
        assertThat(host.started()).isEmpty();
    }

    private HostTrouble.Kind troubleOf(String user) {
        model.start(user);
        ui.runAll();
        return model.troubleProperty().get().orElseThrow().kind();
    }

    @Test
    void whateverIsInTheWayIsToldAndItCanBeTriedAgain() {
        for (Problem problem : Problem.values()) {
            host.failing(problem);
            start();
            assertThat(model.troubleProperty().get()).isEqualTo(java.util.Optional.of(HostTrouble.of(problem, 7878)));
            assertThat(model.stateProperty().get()).isInstanceOf(State.Closed.class);
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void thoseWhoAreThereAreSeenWithinASecondAndTheHostIsNoGuest() {
        host.people(Workshop.ADA);
        start();
        assertThat(model.guests()).isZero();
        host.people(Workshop.ADA, Workshop.MEI, Workshop.JONAS);
        ui.advance(Duration.ofSeconds(1));
        ui.runAll();
        assertThat(model.guests()).isEqualTo(2);
        assertThat(model.sightProperty().get().addresses()).isEqualTo(FakeChatHost.ADDRESSES);
    }

    @Test
    void stoppingForgetsWhoWasThere() {
        host.people(Workshop.ADA, Workshop.MEI);
        start();
        model.stop();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Stopping.class);
        ui.runAll();
        assertThat(host.commands()).containsExactly("stop");
        assertThat(model.stateProperty().get()).isInstanceOf(State.Closed.class);
        assertThat(model.guests()).isZero();
        assertThat(model.sightProperty().get().people()).isEmpty();
    }

    @Test
    void itBeginsAgainWithTheProgramOnlyWhereThatWasWanted() {
        host.last(new HostPlan("Workshop", 9000, "Ada", false));
        assertThat(resumed()).isTrue();
        assertThat(host.started()).isEmpty();
        HostPlan wanted = new HostPlan("Workshop", 9000, "Ada", true);
        host.last(wanted);
        assertThat(resumed()).isTrue();
        assertThat(host.started()).containsExactly(wanted);
        assertThat(model.againProperty().get()).isTrue();
        assertThat(opened).as("the window opens what was open").isEmpty();
    }

    @Test
    void whatCannotBeginAgainHoldsNothingUp() {
        host.last(new HostPlan("Workshop", 9000, "Ada", true)).failing(Problem.PORT_TAKEN);
        assertThat(resumed()).isTrue();
        assertThat(model.troubleProperty().get()).contains(new HostTrouble(HostTrouble.Kind.PORT_TAKEN, 9000));
    }

    private boolean resumed() {
        CompletableFuture<Void> done = model.resume().toCompletableFuture();
        ui.runAll();
        return done.isDone() && !done.isCompletedExceptionally();
    }

    @Test
    void whetherItBeginsAgainIsKept() {
        start();
        model.chooseAgain(true);
        model.chooseAgain(true);
        model.chooseAgain(false);
        assertThat(host.commands()).containsExactly("keep true", "keep false");
    }

    @Test
    void afterTheEndNobodyLooksAnyMore() {
        start();
        model.dispose();
        host.people(Workshop.ADA, Workshop.MEI);
        ui.advance(Duration.ofSeconds(10));
        ui.runAll();
        assertThat(model.guests()).isZero();
    }
}
