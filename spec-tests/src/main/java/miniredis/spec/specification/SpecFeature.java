package miniredis.spec.specification;

import java.util.List;

/**
 * A feature file.
 *
 * @param path below the repository's root: {@code features/2-protocol/1-replies.feature}
 */
public record SpecFeature(String path, String title, String description, int step, List<SpecRule> rules) {}
