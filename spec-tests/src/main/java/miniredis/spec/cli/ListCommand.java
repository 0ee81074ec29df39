package miniredis.spec.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import miniredis.spec.report.ScenarioList;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        var specification = Specification.load();
        int last = step != null
                ? step
                : specification
                        .scenarios()
                        .mapToInt(scenario -> scenario.step())
                        .max()
                        .orElse(1);
        var selection = new Selection(OptionalInt.of(last), Optional.empty(), true);
        var scenarios = selection.from(specification);
        if (json) {
            System.out.println(ScenarioList.json(scenarios));
            return 0;
        }
        scenarios.forEach(scenario -> System.out.printf(
                "%-12s  step %d  %-5s  %s%n", scenario.id(), scenario.step(), scenario.level(), scenario.title()));
        return 0;
    }
}
