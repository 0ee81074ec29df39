package miniredis.spec.cucumber;

import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.Needs;
import miniredis.spec.steps.Phrases;
import miniredis.spec.steps.StepText;

/** What each scenario needs, found once by matching its steps to their phrases. */
public final class ScenarioNeeds {
    private static final Map<Pickle, Needs> FOUND = new ConcurrentHashMap<>();

    private ScenarioNeeds() {}

    public static Needs of(SpecScenario scenario) {
        return FOUND.computeIfAbsent(scenario.pickle(), pickle -> Phrases.needs(steps(scenario), scenario.alone()));
    }

    /** Its steps, in order. */
    public static List<StepText> steps(SpecScenario scenario) {
        return scenario.pickle().getSteps().stream().map(ScenarioNeeds::text).toList();
    }

    private static StepText text(Step step) {
        var argument = step.getArgument();
        return new StepText(
                step.getText(),
                argument instanceof DocStringArgument block ? block.getContent() : "",
                argument instanceof DataTableArgument table
                        ? table.cells().stream().map(row -> row.get(0)).toList()
                        : List.of());
    }
}
