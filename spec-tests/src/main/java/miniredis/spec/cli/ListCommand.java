package miniredis.spec.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import miniredis.spec.report.ScenarioList;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the scenarios. */
@Command(
        name = "list",
        description = "Lists every scenario: id, step, level, title.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ListCommand implements Callable<Integer> {
    @Option(names = "--step", paramLabel = "N", description = "Only steps 1 to N.")
    private @Nullable Integer step;

    @Mixin
    private FeatureOptions features;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    @Override
    public Integer call() {
        var last = OptionalInt.of(step == null ? Specification.LAST_STEP : step);
        var scenarios = new Selection(
                        features.source().read(), last, Optional.empty(), Optional.empty(), true, Selection.SEED)
                .scenarios();
        if (json) {
            System.out.println(ScenarioList.json(scenarios));
            return 0;
        }
        scenarios.forEach(scenario -> System.out.printf(
                "%-12s  step %d  %-5s  %s%n",
                scenario.id(),
                scenario.step(),
                scenario.level(),
                language.messages().ofFeature(scenario.title())));
        return 0;
    }
}
