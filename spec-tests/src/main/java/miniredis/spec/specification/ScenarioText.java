package miniredis.spec.specification;

import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.util.stream.Collectors;

/** A scenario's steps as a feature writes them: each on its line, with the block or the table below it. */
final class ScenarioText {
    private ScenarioText() {}

    static String of(Pickle pickle) {
        return pickle.getSteps().stream().map(ScenarioText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Step step) {
        var text = step.getKeyword() + oneLine(step.getText());
        if (step.getArgument() instanceof DocStringArgument block) {
            return text + "\n  \"\"\"\n" + block.getContent().indent(2) + "  \"\"\"";
        }
        if (step.getArgument() instanceof DataTableArgument table) {
            return text
                    + table.cells().stream()
                            .map(row -> "\n  | " + oneLine(String.join(" | ", row)) + " |")
                            .collect(Collectors.joining());
        }
        return text;
    }

    /** A line end can only come from the cell of a table, where it is written like this. */
    private static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }
}
