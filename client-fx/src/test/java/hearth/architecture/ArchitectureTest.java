package hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import archfixture.client.host.HostInACycle;
import archfixture.client.session.SessionThatPrints;
import archfixture.client.session.SessionThatReadsTheTime;
import archfixture.client.session.SessionThatSeesJavaFx;
import archfixture.client.session.SessionThatStartsAThread;
import archfixture.client.ui.NodeViewModel;
import archfixture.client.ui.PlatformCell;
import archfixture.client.ui.QueryingCell;
import archfixture.client.ui.ServerCell;
import archfixture.client.ui.SocketCell;
import archfixture.client.ui.StoreView;
import archfixture.client.ui.ViewHoldingViewModel;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the client to its rules, both programs to those they share, and each rule to its violation. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hearth");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("archfixture");

    static Stream<Arguments> rules() {
        return Stream.of(
                client("JavaFX", ClientRules::whatTalksNeverSeesJavaFx, SessionThatSeesJavaFx.class),
                client("nodes in view models", ClientRules::viewModelsKnowNoNodes, NodeViewModel.class),
                client("views in view models", ClientRules::viewModelsKnowNoNodes, ViewHoldingViewModel.class),
                client("views", ClientRules::viewsSeeOnlyTheirViewModels, StoreView.class),
                client("server", ClientRules::onlyTheHostSeesTheServer, ServerCell.class),
                client("sockets", ClientRules::socketsStayInTheTransport, SocketCell.class),
                client("JDBC", ClientRules::databaseStaysInTheStore, QueryingCell.class),
                client("Platform", ClientRules::platformStaysInFx, PlatformCell.class),
                house("cycles", HouseRules::packagesHaveNoCycles, HostInACycle.class),
                house("printing", HouseRules::nobodyPrints, SessionThatPrints.class),
                house("clocks", HouseRules::clocksAreInjected, SessionThatReadsTheTime.class),
                house("threads", HouseRules::threadsAreMadeWhereTheyAreOwned, SessionThatStartsAThread.class));
    }

    private static Arguments client(String name, Function<ClientRules, ArchRule> rule, Class<?> violator) {
        Function<String, ArchRule> forRoot = root -> rule.apply(new ClientRules(root));
        return argumentSet(name, forRoot, violator);
    }

    private static Arguments house(String name, Function<HouseRules, ArchRule> rule, Class<?> violator) {
        Function<String, ArchRule> forRoot = root -> rule.apply(new HouseRules(root));
        return argumentSet(name, forRoot, violator);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void programKeepsTheRule(Function<String, ArchRule> rule, Class<?> violator) {
        rule.apply("hearth").check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleReportsItsViolation(Function<String, ArchRule> rule, Class<?> violator) {
        var result = rule.apply("archfixture").evaluate(VIOLATIONS);
        assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(violator.getName()));
    }
}
