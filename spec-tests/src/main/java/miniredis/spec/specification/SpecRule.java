package miniredis.spec.specification;

import java.util.List;

/**
 * One law of Redis. Features of one's own may have scenarios under no rule; those of a file stand under one with its title.
 *
 * @param reference the page of the Redis documentation that says it; may be empty in features of one's own
 * @param explanation what the feature adds to it; may be empty
 */
public record SpecRule(String title, String reference, String explanation, int line, List<SpecScenario> scenarios) {}
