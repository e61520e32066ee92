package hearth.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may see whom in the client. The root package is a parameter, so that the same rules can be held against the
 * program and against classes that break them.
 */
record ClientRules(String root) {

    ArchRule whatTalksNeverSeesJavaFx() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("session"), in("timeline"), in("link"), in("transport"), in("store"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the console client and the tests run all of it without a toolkit");
    }

    ArchRule viewModelsKnowNoNodes() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx.scene..", "javafx.stage..").or(ours(simpleNameEndingWith("View"))))
                .because("what a person sees is decided where it can be tested without a window");
    }

    ArchRule viewsSeeOnlyTheirViewModels() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("session"), in("transport"), in("link"), in("store"))
                .because("a view binds; it starts nothing and waits for nothing");
    }

    ArchRule onlyTheHostSeesTheServer() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".client..")
                .and()
                .resideOutsideOfPackage(in("host"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".server..")
                .because("the client talks to its own server as to any other: through the protocol");
    }

    ArchRule socketsStayInTheTransport() {
        return onlyIn("transport", "java.net.http..")
                .because("sends must be in series, and deadlines kept, for whoever uses a socket");
    }

    ArchRule databaseStaysInTheStore() {
        return onlyIn("store", "java.sql..", "javax.sql..", "org.sqlite..")
                .because("what is kept and what may be thrown away is decided at one place");
    }

    ArchRule platformStaysInFx() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".client..")
                .and()
                .resideOutsideOfPackage(in("fx"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("every hop to the JavaFX thread is bounded and batched by UiThread and UiBatcher");
    }

    private ArchRule onlyIn(String owner, String... library) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".client..")
                .and()
                .resideOutsideOfPackage(in(owner))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private DescribedPredicate<JavaClass> ours(DescribedPredicate<JavaClass> which) {
        return resideInAPackage(root + "..").and(which);
    }

    private String in(String part) {
        return root + ".client." + part + "..";
    }
}
