package miniredis.spec.specification;

import java.util.List;

/**
 * One law of Redis.
 *
 * @param reference the page of the Redis documentation that says it
 * @param explanation what the feature adds to it; may be empty
 */
public record SpecRule(String title, String reference, String explanation, int line, List<SpecScenario> scenarios) {}
