package miniredis.blocking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One package, and still one direction: from the socket to the keys. */
@AnalyzeClasses(packages = "miniredis.blocking", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KEYS_KNOW_NOTHING_OF_CLIENTS = noClasses()
            .that()
            .haveNameMatching(".*\\.(Keyspace|Lifetimes|Bytes)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(Server|Connection|Resp.*|Reply.*|Command|Commands)");

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
            .haveNameNotMatching(".*\\.(Server|Connection|Main|extensions.MetricsPage).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net..");

    /** Annotations are not asked for when a class is loaded. */
    @ArchTest
    static final ArchRule A_SERVER_NEEDS_NOTHING_BUT_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("miniredis.blocking..", "java..", "javax.management..", "org.jspecify.annotations");
}
