package hearth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Who may see whom in the server. The root package is a parameter, so that the same rules can be held against the
 * program and against classes that break them.
 */
record ServerRules(String root) {

    ArchRule protocolStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(in("protocol"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "com.fasterxml.jackson.annotation..", in("protocol"))
                .because("whoever speaks the protocol takes it alone: client, server and other people's programs");
    }

    ArchRule hubSeesOnlyTheRulesAndTheHistory() {
        return seesOfOurs("server.hub", "protocol", "server.account", "server.history")
                .because("the hub decides; how bytes come and go is the gateway's, which may live in another process");
    }

    ArchRule gatewaySeesOnlyTheHub() {
        return seesOfOurs("server.gateway", "protocol", "server.hub")
                .because("the gateway carries frames, and must not decide or read what only the hub's thread owns");
    }

    ArchRule webSocketsStayInTheGateway() {
        return onlyIn("server.gateway", "org.java_websocket..")
                .because("the library's hazards are fenced in at one place");
    }

    ArchRule databaseStaysInTheHistory() {
        return onlyIn("server.history", "java.sql..", "javax.sql..", "org.sqlite..")
                .because("another database must fit behind HistoryStore");
    }

    ArchRule serverNeverSeesJavaFx() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("server"), in("protocol"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("a server runs on machines without a desktop");
    }

    private ArchRule seesOfOurs(String seeing, String... seen) {
        String[] allowed = Stream.concat(Stream.of(seeing), Arrays.stream(seen))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(seeing))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))));
    }

    private ArchRule onlyIn(String owner, String... library) {
        return noClasses()
                .that()
                .resideInAPackage(in("server"))
                .and()
                .resideOutsideOfPackage(in(owner))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private String in(String part) {
        return root + "." + part + "..";
    }
}
