package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Links that end in every way there is, for all clients of a server at once, and stay away until all have noticed. Then every other user presses "Try now",
 * and the others wait. What was written meanwhile arrives. The times are asserted at full size only, where nothing else runs.
 */
class LinkEndIT {
    private static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SHORT_HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration BACK_WHEN_ASKED = Duration.ofSeconds(5);
    private static final Duration BACK_BY_ITSELF = Duration.ofSeconds(30);

    /** What a timer and a thread may be late by. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    @TempDir
    Path folder;

    /** How the links end. */
    enum Ending {
        FIN(4, false, 6),
        RST(5, false, 6),
        BLACK_HOLE(6, true, 3),
        SIGSTOP(7, true, 3);

        private final int place;
        private final boolean silent;
        private final int failures;

        /**
         * An ending.
         *
         * @param silent whether nothing but silence tells of it
         * @param failures how often a client has failed before it is mended, at full size: each failure makes the next wait longer
         */
        Ending(int place, boolean silent, int failures) {
            this.place = place;
            this.silent = silent;
            this.failures = failures;
        }
    }

    /** One user: the seat, what became of the connection, and whether this one presses "Try now". */
    private record User(Seat seat, StateLog states, boolean pressing) {}

    @ParameterizedTest
    @EnumSource(Ending.class)
    void anEndIsNoticedAndTheClientComesBack(Ending ending) throws Exception {
        Duration heartbeat = FaultRow.isFull() ? USUAL_HEARTBEAT : SHORT_HEARTBEAT;
        String required = "noticed <= %d s, back <= 5 s, 30 s"
                .formatted(heartbeat.multipliedBy(2).plus(GRACE).toSeconds());
        new FaultRow(ending.place, "link ends by " + ending, required, 4, 20).run((row, _) -> {
            try (FaultRig rig = new FaultRig(folder, "--heartbeat", String.valueOf(heartbeat.toSeconds()))) {
                List<User> users = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    users.add(connected(rig, "User " + i, i % 2 == 0));
                }
                return endAndReturn(ending, heartbeat, rig, users);
            }
        });
    }

    private static User connected(FaultRig rig, String name, boolean pressing) throws Exception {
        Seat seat = rig.patient(name);
        StateLog states = new StateLog();
        seat.client().onState(states);
        seat.client().connect();
        return new User(seat, states, pressing);
    }

    private static String endAndReturn(Ending ending, Duration heartbeat, FaultRig rig, List<User> users)
            throws Exception {
        long ended = System.nanoTime();
        end(ending, rig, users);
        int failures = FaultRow.isFull() ? ending.failures : 1;
        for (User user : users) {
            user.seat().client().post("written while " + ending);
            user.seat()
                    .client()
                    .await(
                            failures + " failures",
                            each -> user.states().countAfter(ended, LinkEndIT::isOver) >= failures);
        }
        long mended = System.nanoTime();
        mend(ending, rig, users);
        Map<User, Long> pressed = press(users);
        for (User user : users) {
            user.seat()
                    .client()
                    .await(
                            "back",
                            each -> user.states()
                                    .firstAfter(mended, LinkEndIT::isOnline)
                                    .isPresent());
        }
        Verdict verdict = rig.verdict();
        verdict.require();
        assertThat(verdict.messages()).isEqualTo(users.size());
        return judge(ending, heartbeat, new Times(users, ended, mended, pressed));
    }

    /** All who do press "Try now" before anybody is waited for; gives when each of them did. */
    private static Map<User, Long> press(List<User> users) {
        Map<User, Long> pressed = new HashMap<>();
        for (User user : users) {
            if (user.pressing()) {
                pressed.put(user, System.nanoTime());
                user.seat().client().pressTryNow();
            }
        }
        return pressed;
    }

    private static void end(Ending ending, FaultRig rig, List<User> users) throws Exception {
        if (ending == Ending.SIGSTOP) {
            rig.server().suspend();
        }
        for (User user : users) {
            FaultProxy proxy = user.seat().proxy();
            switch (ending) {
                case FIN, RST -> {
                    proxy.refuse(true);
                    proxy.end(ending == Ending.FIN ? Cut.FIN : Cut.RESET);
                }
                case BLACK_HOLE -> proxy.conditions(LinkConditions.BLACK_HOLE);
                case SIGSTOP -> {}
            }
        }
    }

    private static void mend(Ending ending, FaultRig rig, List<User> users) throws Exception {
        if (ending == Ending.SIGSTOP) {
            rig.server().resume();
        }
        for (User user : users) {
            user.seat().proxy().refuse(false);
            user.seat().proxy().conditions(LinkConditions.CLEAR);
        }
    }

    private static String judge(Ending ending, Duration heartbeat, Times times) {
        if (ending.silent) {
            assertThat(times.stale())
                    .as("shown as stale before it was given up")
                    .hasSize(times.users.size());
        }
        Duration noticed = longest(times.noticed());
        Duration asked = longest(times.backWhenAsked());
        Duration waited = longest(times.backByItself());
        if (FaultRow.isFull()) {
            assertThat(noticed)
                    .isLessThanOrEqualTo(heartbeat.multipliedBy(2).plus(GRACE).plus(TOLERANCE));
            assertThat(asked).isLessThanOrEqualTo(BACK_WHEN_ASKED);
            assertThat(waited).isLessThanOrEqualTo(BACK_BY_ITSELF.plus(TOLERANCE));
        }
        return "noticed %s s, asked %s s, waited %s s".formatted(seconds(noticed), seconds(asked), seconds(waited));
    }

    private static boolean isOver(ConnectionState state) {
        return state instanceof ConnectionState.Waiting;
    }

    private static boolean isOnline(ConnectionState state) {
        return state instanceof ConnectionState.Online;
    }

    private static Duration longest(List<Duration> times) {
        return times.stream().max(Duration::compareTo).orElseThrow();
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1_000.0);
    }

    /** How long everybody needed. */
    private record Times(List<User> users, long ended, long mended, Map<User, Long> pressed) {

        List<Duration> stale() {
            return times(users, ended, ConnectionState.Stale.class::isInstance);
        }

        List<Duration> noticed() {
            return times(users, ended, LinkEndIT::isOver);
        }

        /** From the press on; who was back before it needed no time. */
        List<Duration> backWhenAsked() {
            return users.stream()
                    .filter(User::pressing)
                    .map(user -> backOf(user).minusNanos(pressed.get(user) - mended))
                    .map(time -> time.isNegative() ? Duration.ZERO : time)
                    .toList();
        }

        List<Duration> backByItself() {
            return users.stream()
                    .filter(user -> !user.pressing())
                    .map(this::backOf)
                    .toList();
        }

        private Duration backOf(User user) {
            return user.states().firstAfter(mended, LinkEndIT::isOnline).orElseThrow();
        }

        private static List<Duration> times(List<User> users, long from, Predicate<ConnectionState> which) {
            Function<User, Optional<Duration>> first = user -> user.states().firstAfter(from, which);
            return users.stream().map(first).flatMap(Optional::stream).toList();
        }
    }
}
