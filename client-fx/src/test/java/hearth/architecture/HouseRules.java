package hearth.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** What holds in both programs; the root package is a parameter, as in {@link ClientRules}. */
record HouseRules(String root) {

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a part that is in a cycle can neither be tested nor be replaced alone");
    }

    ArchRule nobodyPrints() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(not("Main", "Demo"))
                .should(ACCESS_STANDARD_STREAMS)
                .because("what a program prints is its interface: Main hands out its streams, all else logs");
    }

    ArchRule clocksAreInjected() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".client.app", root + ".server")
                .should()
                .accessTargetWhere(readsTheTime())
                .because("time that is passed in can be moved by a test; time that is read can only be waited for");
    }

    ArchRule threadsAreMadeWhereTheyAreOwned() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".client.app..", root + ".server..")
                .should()
                .accessTargetWhere(makesThreads())
                .because("each thread has one owner, who ends it; the client's are all made in its wiring");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        DescribedPredicate<JavaAccess<?>> monotonic =
                targetOwner(equivalentTo(System.class)).and(target(nameMatching("nanoTime|currentTimeMillis")));
        DescribedPredicate<JavaAccess<?>> wall = targetOwner(resideInAPackage("java.time.."))
                .and(target(name("now")))
                .and(target(hasNoClockParameter()));
        DescribedPredicate<JavaAccess<?>> system = targetOwner(equivalentTo(Clock.class))
                .and(target(nameMatching("system.*|tick(Millis|Seconds|Minutes)")));
        return monotonic.or(wall).or(system).as("the time is read");
    }

    private static DescribedPredicate<AccessTarget> hasNoClockParameter() {
        return DescribedPredicate.describe(
                "takes no Clock", target -> !target.getFullName().contains(Clock.class.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> makesThreads() {
        DescribedPredicate<JavaAccess<?>> thread = targetOwner(equivalentTo(Thread.class))
                .and(target(nameMatching("<init>|ofVirtual|ofPlatform|startVirtualThread")));
        DescribedPredicate<JavaAccess<?>> pool = targetOwner(
                equivalentTo(Executors.class).or(equivalentTo(Timer.class)).or(equivalentTo(ForkJoinPool.class)));
        return thread.or(pool).as("a thread is made");
    }

    private static DescribedPredicate<JavaClass> not(String... simpleNames) {
        var names = Set.of(simpleNames);
        return DescribedPredicate.describe("not " + names, type -> !names.contains(type.getSimpleName()));
    }
}
