package miniredis.spec.specification;

import io.cucumber.core.gherkin.Feature;
import java.util.List;

/**
 * A feature file.
 *
 * @param path below the repository's root: {@code features/2-protocol/1-replies.feature}
 * @param parsed the same file as Cucumber parsed it
 */
public record SpecFeature(
        String path, String title, String description, int step, List<SpecRule> rules, Feature parsed) {}
