package miniredis.blocking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Within the package, too, all dependencies go in one direction: from the socket to the keys. */
@AnalyzeClasses(packages = "miniredis.blocking", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KEYS_KNOW_NOTHING_OF_CLIENTS = noClasses()
            .that()
            .haveNameMatching("miniredis.blocking.(Keyspace|Lifetimes|Bytes)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(Server|Connection|Re.*|Command|Commands)");

    @ArchTest
    static final ArchRule COMMANDS_KNOW_NOTHING_OF_CONNECTIONS = noClasses()
            .that()
            .haveSimpleNameEndingWith("Commands")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(Server|Connection|Resp.*)");

    @ArchTest
    static final ArchRule ONLY_CONNECTIONS_HAVE_SOCKETS = noClasses()
            .that()
            .resideInAPackage("miniredis.blocking")
            .and()
            .haveNameNotMatching(".*\\.(Server|Connection|Main)\\b.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net..");

    /** Everything beyond the workshop is added from outside. */
    @ArchTest
    static final ArchRule THE_WORKSHOP_KNOWS_NOTHING_BEYOND_IT = noClasses()
            .that()
            .resideInAPackage("miniredis.blocking")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("miniredis.blocking.*..");

    /** Annotations are not needed to load a class. */
    @ArchTest
    static final ArchRule A_SERVER_NEEDS_NOTHING_BUT_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("miniredis.blocking..", "java..", "javax.management..", "org.jspecify.annotations");
}
