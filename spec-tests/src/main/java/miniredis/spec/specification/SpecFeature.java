package miniredis.spec.specification;

import io.cucumber.core.gherkin.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feature file.
 *
 * @param path below the repository's root: {@code features/2-protocol/1-replies.feature}; for an own feature, as the user named
 *     it
 * @param step 1 to 5, or {@link Specification#OWN_STEP}
 * @param parsed the same file as Cucumber parsed it
 */
public record SpecFeature(
        String path, String title, String description, int step, List<SpecRule> rules, Feature parsed) {

    /** In reading order, of all its rules. */
    public Stream<SpecScenario> scenarios() {
        return rules.stream().flatMap(rule -> rule.scenarios().stream());
    }

    /** Whether it comes from a folder, and not from the class path. */
    boolean isOwn() {
        return parsed.getUri().getScheme().equals("file");
    }
}
