package miniredis.spec.specification;

import io.cucumber.core.gherkin.Pickle;
import java.util.Map;

/**
 * One example of a law: a scenario, or a row of an outline. The same object from the selection to the report.
 *
 * @param id {@code INCR-03}; for the second row of an outline {@code INCR-03.2}
 * @param row the values of an outline's placeholders in this row; empty for a scenario alone
 * @param area of step 5, such as {@code keys}; empty in the other steps
 * @param alone whether it says of itself that no other scenario may run beside it
 * @param path of its feature file, as in {@link SpecFeature}
 * @param line of the scenario, or of the row
 * @param text its steps as the feature writes them, with the row's values, each on its line
 * @param pickle the same as Cucumber runs it
 */
public record SpecScenario(
        String id,
        String title,
        Map<String, String> row,
        int step,
        String area,
        boolean alone,
        Level level,
        String path,
        int line,
        String rule,
        String reference,
        String text,
        Pickle pickle) {

    /** Whether {@code name} means this scenario: its id, or the id of its outline. Capitals don't matter. */
    public boolean isCalled(String name) {
        return id.equalsIgnoreCase(name) || outline().equalsIgnoreCase(name);
    }

    /** The same scenario, with these texts. */
    SpecScenario saying(String newTitle, String newRule) {
        return new SpecScenario(
                id, newTitle, row, step, area, alone, level, path, line, newRule, reference, text, pickle);
    }

    /** The id without the number of the row. */
    public String outline() {
        return id.indexOf('.') < 0 ? id : id.substring(0, id.indexOf('.'));
    }

    /** Whether a step with this text only prepares it: what a command answers there is not what it is about. */
    public boolean prepares(String stepText) {
        return pickle.getSteps().stream()
                .anyMatch(step -> step.getText().equals(stepText)
                        && step.getPreviousGivenWhenThenKeyword().strip().equals("Given"));
    }

    /** Two scenarios are the same when their ids are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SpecScenario scenario && id.equals(scenario.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
