package miniredis.blocking.full;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages around the workshop's package, and which of them may use which. */
@AnalyzeClasses(packages = "miniredis.blocking", importOptions = DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("workshop")
            .definedBy("miniredis.blocking")
            .layer("limits")
            .definedBy("miniredis.blocking.limits")
            .layer("io")
            .definedBy("miniredis.blocking.io")
            .layer("extensions")
            .definedBy("miniredis.blocking.extensions")
            .layer("full")
            .definedBy("miniredis.blocking.full")
            .whereLayer("workshop")
            .mayNotAccessAnyLayer()
            .whereLayer("limits")
            .mayOnlyAccessLayers("workshop")
            .whereLayer("io")
            .mayOnlyAccessLayers("limits")
            .whereLayer("extensions")
            .mayOnlyAccessLayers("workshop", "limits")
            .whereLayer("full")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_THE_RECEPTION_AND_THE_METRICS_HAVE_SOCKETS = noClasses()
            .that()
            .resideInAnyPackage("miniredis.blocking.limits", "miniredis.blocking.io", "miniredis.blocking.extensions")
            .and()
            .doNotHaveSimpleName("MetricsPage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net..");
}
