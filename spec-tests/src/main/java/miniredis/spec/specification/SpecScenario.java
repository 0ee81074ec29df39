package miniredis.spec.specification;

import io.cucumber.core.gherkin.Pickle;
import java.util.Set;

/**
 * One example of a law: a scenario, or a row of an outline. The same object from the selection to the report.
 *
 * @param id {@code INCR-03}; for the second row of an outline {@code INCR-03.2}
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

    /** The id without the number of the row. */
    public String outline() {
        return id.indexOf('.') < 0 ? id : id.substring(0, id.indexOf('.'));
    }

    /** Whether it has a key live for a while, and so takes a second or two in which there is nothing to do. */
    public boolean waits() {
        return text.contains("lifetime of \"");
    }

    /** Whether a client leaves, which the server has to notice before anything depends on it. */
    public boolean hasDepartures() {
        return Wording.DEPARTURE.matcher(text).find();
    }

    /** Whether it keeps the server so busy that others would have to wait: thousands of requests, or megabytes. */
    public boolean floods() {
        return Wording.largestNumber(text) >= Wording.A_FLOOD;
    }

    /** Whether nothing else may run meanwhile: others would have to wait, or would spoil what it counts. */
    public boolean runsAlone() {
        return alone || floods();
    }

    /** Whether it opens several connections. */
    public boolean hasSeveralClients() {
        return Wording.SEVERAL_CLIENTS.matcher(text).find();
    }

    /** Those of the six commands that it sends. */
    public Set<String> commands() {
        return Wording.commands(text);
    }

    /** Whether it sends {@code asked}, a command or a command and a word behind it: {@code DEL}, {@code SET EX}. */
    public boolean sends(String asked) {
        return Wording.sends(text, asked);
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
