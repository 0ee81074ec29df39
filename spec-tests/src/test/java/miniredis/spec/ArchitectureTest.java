package miniredis.spec;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Inside the runner data flows one way: feature, step, client, server under test, verdict, report. */
@AnalyzeClasses(packages = "miniredis.spec", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("junit")
            .definedBy("miniredis.spec.junit")
            .layer("cli")
            .definedBy("miniredis.spec.cli")
            .layer("board")
            .definedBy("miniredis.spec.board")
            .layer("watch")
            .definedBy("miniredis.spec.watch")
            .layer("compare")
            .definedBy("miniredis.spec.compare..")
            .layer("speed")
            .definedBy("miniredis.spec.speed")
            .layer("report")
            .definedBy("miniredis.spec.report")
            .layer("execution")
            .definedBy("miniredis.spec.execution")
            .layer("cucumber")
            .definedBy("miniredis.spec.cucumber")
            .layer("steps")
            .definedBy("miniredis.spec.steps")
            .layer("verdict")
            .definedBy("miniredis.spec.verdict..")
            .layer("proc")
            .definedBy("miniredis.spec.proc")
            .layer("server")
            .definedBy("miniredis.spec.server")
            .layer("wire")
            .definedBy("miniredis.spec.wire")
            .layer("specification")
            .definedBy("miniredis.spec.specification")
            .layer("command")
            .definedBy("miniredis.spec.command")
            .layer("exploration")
            .definedBy("miniredis.spec.exploration")
            .layer("model")
            .definedBy("miniredis.spec.model")
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("junit")
            .whereLayer("board")
            .mayOnlyBeAccessedByLayers("cli", "watch")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("speed")
            .mayOnlyBeAccessedByLayers("compare")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("junit", "cli", "watch", "board", "compare")
            .whereLayer("execution")
            .mayOnlyBeAccessedByLayers("cli", "watch", "compare", "report")
            .whereLayer("cucumber")
            .mayOnlyBeAccessedByLayers("execution", "watch")
            .whereLayer("steps")
            .mayOnlyBeAccessedByLayers("cucumber", "execution", "watch")
            .whereLayer("verdict")
            .mayOnlyBeAccessedByLayers("junit", "cli", "watch", "board", "compare", "report", "execution", "steps")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("junit", "cli", "watch", "compare", "speed", "execution")
            .whereLayer("proc")
            .mayOnlyBeAccessedByLayers("server", "wire")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("cli", "report", "execution", "steps", "verdict", "compare")
            .whereLayer("specification")
            .mayOnlyBeAccessedByLayers(
                    "junit", "cli", "watch", "board", "compare", "report", "execution", "cucumber", "verdict")
            .whereLayer("exploration")
            .mayOnlyBeAccessedByLayers("execution", "steps")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("exploration", "steps")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("execution", "steps", "verdict", "wire");

    @ArchTest
    static final ArchRule THE_BOUNDARY_IS_THE_WIRE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("miniredis.blocking..", "miniredis.nio..");

    @ArchTest
    static final ArchRule COMMANDS_ARE_PLAIN_DATA = noClasses()
            .that()
            .resideInAPackage("miniredis.spec.command")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("miniredis.spec..").and(not(resideInAPackage("miniredis.spec.command"))));

    @ArchTest
    static final ArchRule THE_MODEL_IS_A_FUNCTION = noClasses()
            .that()
            .resideInAPackage("miniredis.spec.model")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("miniredis.spec..").and(not(resideInAPackage("miniredis.spec.model"))));

    /** But for the features, which hold what Cucumber's parser made of them. */
    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_CUCUMBER_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("miniredis.spec.cucumber", "miniredis.spec.specification")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cucumber.core..");

    @ArchTest
    static final ArchRule WHAT_IS_SAID_KNOWS_NOBODY_WHO_SAYS_IT = noClasses()
            .that()
            .resideInAPackage("miniredis.spec.i18n")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("miniredis.spec..").and(not(resideInAPackage("miniredis.spec.i18n"))));

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_READS_ITS_OPTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("miniredis.spec.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            classes().should().haveNameNotMatching(".*(Manager|Util|Utils|Helper|Impl)");
}
