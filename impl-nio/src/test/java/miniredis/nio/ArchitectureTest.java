package miniredis.nio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The server and its store: two packages, and dependencies in one direction only. */
@AnalyzeClasses(packages = "miniredis.nio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SERVER = "miniredis.nio";
    private static final String STORE = "miniredis.nio.store";

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NOTHING_OF_THE_SERVER = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER);

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NOTHING_OF_THE_NETWORK = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..");

    @ArchTest
    static final ArchRule COMMANDS_KNOW_NOTHING_OF_CONNECTIONS = noClasses()
            .that()
            .haveSimpleNameEndingWith("Commands")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Connection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.channels..");

    @ArchTest
    static final ArchRule A_SERVER_NEEDS_NOTHING_BUT_JAVA =
            // Annotations are not needed to load a class.
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(SERVER, STORE, "java..", "javax..", "org.jspecify.annotations");
}
