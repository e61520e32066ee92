package hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import archfixture.protocol.FrameThatSeesTheHub;
import archfixture.server.account.AccountThatReadsTheDatabase;
import archfixture.server.gateway.GatewayThatReadsHistory;
import archfixture.server.hub.HubThatHoldsASocket;
import archfixture.server.hub.HubThatSeesJavaFx;
import archfixture.server.hub.HubThatSeesTheGateway;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the server to its rules, and each rule to its violation. What both programs must keep (clocks, threads, cycles)
 * is held by the test of this name in the client, which sees both.
 */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hearth");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("archfixture");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("protocol", ServerRules::protocolStandsAlone, FrameThatSeesTheHub.class),
                rule("hub", ServerRules::hubSeesOnlyTheRulesAndTheHistory, HubThatSeesTheGateway.class),
                rule("gateway", ServerRules::gatewaySeesOnlyTheHub, GatewayThatReadsHistory.class),
                rule("WebSocket", ServerRules::webSocketsStayInTheGateway, HubThatHoldsASocket.class),
                rule("JDBC", ServerRules::databaseStaysInTheHistory, AccountThatReadsTheDatabase.class),
                rule("JavaFX", ServerRules::serverNeverSeesJavaFx, HubThatSeesJavaFx.class));
    }

    private static Arguments rule(String name, Function<ServerRules, ArchRule> rule, Class<?> violator) {
        return argumentSet(name, rule, violator);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void programKeepsTheRule(Function<ServerRules, ArchRule> rule, Class<?> violator) {
        rule.apply(new ServerRules("hearth")).check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleReportsItsViolation(Function<ServerRules, ArchRule> rule, Class<?> violator) {
        var result = rule.apply(new ServerRules("archfixture")).evaluate(VIOLATIONS);
        assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(violator.getName()));
    }
}
