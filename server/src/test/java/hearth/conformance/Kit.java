package hearth.conformance;

import hearth.conformance.Outcome.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs checks against one server, some at a time. Checks share nothing but the server: each brings its own people.
 * To be used by one thread, and closed.
 */
final class Kit implements AutoCloseable {
    private static final long USUAL_HEARTBEAT_MS = 15_000;

    private static final Offer NOTHING_KNOWN = new Offer(Set.of(), Set.of(), USUAL_HEARTBEAT_MS);

    private final Target target;
    private final HttpClient http = HttpClient.newHttpClient();

    Kit(Target target) {
        this.target = target;
    }

    /** Why there is nothing to check; empty where there is a server that answers a ping as L1.1 wants it. */
    Optional<String> missing() {
        try (House house = new House(target, http, NOTHING_KNOWN)) {
            Peer peer = house.connect("Stranger");
            peer.send(Frame.of("ping", "t", "anybody?"));
            peer.await("the pong", frame -> frame.is("type", "pong") && frame.is("t", "anybody?"));
            return Optional.empty();
        } catch (IOException | CompletionException | AssertionError e) {
            Throwable reason = e instanceof CompletionException ? e.getCause() : e;
            return Optional.of("There is no Hearth server at " + target.url() + ": " + reason);
        }
    }

    /** Runs these checks: those that wait for answers first, those that wait for clocks in the quiet after them, and last what may end the server. */
    List<Outcome> run(Map<Check, Section> checks) throws InterruptedException {
        Offer offer = survey();
        List<Outcome> outcomes = new ArrayList<>();
        for (Check.Pace pace : Check.Pace.values()) {
            List<Check> now = checks.keySet().stream()
                    .filter(check -> check.pace() == pace)
                    .toList();
            try (ExecutorService pool = Executors.newFixedThreadPool(atATime(pace))) {
                List<Future<List<Outcome>>> running = now.stream()
                        .map(check -> pool.submit(() -> run(check, checks.get(check), offer)))
                        .toList();
                for (Future<List<Outcome>> each : running) {
                    outcomes.addAll(get(each));
                }
            }
        }
        return outcomes;
    }

    private static int atATime(Check.Pace pace) {
        return switch (pace) {
            case PROMPT -> 6;
            case PATIENT -> 20;
            case ALONE, LAST -> 1;
        };
    }

    /** What the server offers; where nobody can log in, the core, whose checks will tell why. */
    private Offer survey() {
        try (House house = new House(target, http, NOTHING_KNOWN)) {
            Frame welcome = house.guest("Surveyor").welcome();
            return new Offer(Set.copyOf(welcome.texts("capabilities")), Set.of(), welcome.number("heartbeatMs"));
        } catch (Exception | AssertionError e) {
            return new Offer(Offer.CORE, Set.of(), USUAL_HEARTBEAT_MS);
        }
    }

    private List<Outcome> run(Check check, Section section, Offer offer) {
        House house = new House(target, http, offer.in(section));
        Verdict verdict = Verdict.PASSED;
        String reason = "";
        try (house) {
            check.body().run(house);
        } catch (NotOfferedException e) {
            verdict = Verdict.NOT_OFFERED;
            reason = e.getMessage();
        } catch (Exception | AssertionError e) {
            verdict = Verdict.FAILED;
            reason = e.toString();
        }
        Verdict came = verdict;
        String why = reason;
        return check.rules().stream()
                .map(rule ->
                        new Outcome(rule, section, came, why, house.transcript().lines()))
                .toList();
    }

    private static List<Outcome> get(Future<List<Outcome>> each) throws InterruptedException {
        try {
            return each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the kit itself failed", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
