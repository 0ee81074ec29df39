package miniredis.spec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;

/** The vocabulary of features/README.md, the step classes and the features are the same. */
class PhrasesTest {
    private static final Path README = Path.of("../features/README.md");

    private static Set<String> steps() {
        return Specification.load()
                .scenarios()
                .flatMap(scenario -> scenario.pickle().getSteps().stream())
                .map(step -> step.getText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyStepIsExactlyOnePhrase() {
        assertThat(steps())
                .allSatisfy(step -> assertThat(Phrases.matches(step)).as(step).hasSize(1));
        assertThat(Phrases.matches("the server is restarted")).isEmpty();
    }

    @Test
    void everyPhraseIsUsedAndListed() throws Exception {
        var readme = Files.readString(README);
        var steps = steps();
        for (var expression : Phrases.expressions()) {
            assertThat(steps)
                    .as("a step that says: " + expression.getSource())
                    .anyMatch(step -> expression.match(step) != null);
            assertThat(readme).as("the phrase in features/README.md").contains(asListed(expression.getSource()));
        }
    }

    /** The README shows readers' names for parameters. */
    private static String asListed(String phrase) {
        return phrase.replace("second(s)", "seconds")
                .replace("{long}", "{n}")
                .replace("{int}", "{n}")
                .replace("{double}", "{x}")
                .replace("the first lifetime of {key} is over", "first lifetime");
    }

    /** A command that is not in the catalogue has no keys, and is never reported as missing. */
    @Test
    void everyCommandOfStep5IsInTheCatalogue() {
        var unknown = new TreeSet<>(sentCommands().stream()
                .filter(name -> Catalogue.command(name).isEmpty())
                .toList());

        assertThat(unknown).isEqualTo(Set.of("NOSUCHCOMMAND"));
        assertThat(sentCommands()).contains("incr", "PUNSUBSCRIBE");
    }

    private static Set<String> sentCommands() {
        return Specification.load()
                .scenarios()
                .filter(scenario -> scenario.step() == 5)
                .map(SpecScenario::pickle)
                .flatMap(pickle -> pickle.getSteps().stream())
                .flatMap(step -> Stream.concat(
                        Phrases.matches(step.getText())
                                .flatMap(match -> match.arguments().stream())
                                .map(argument -> argument.getValue()),
                        step.getText().endsWith("commands together:") ? table(step) : Stream.of()))
                .filter(Command.class::isInstance)
                .map(command -> Catalogue.texts(((Command) command).words()).get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Object> table(io.cucumber.core.gherkin.Step step) {
        var table = (io.cucumber.core.gherkin.DataTableArgument) step.getArgument();
        return table.cells().stream().map((List<String> row) -> Command.parse(row.get(0)));
    }
}
