package miniredis.spec.specification;

import java.util.List;

/**
 * One law of Redis. Own features may have scenarios without a rule; those of a file are put under one with its title.
 *
 * @param reference the page of the Redis documentation that says it; may be empty in own features
 * @param explanation what the feature adds to it; may be empty
 */
public record SpecRule(String title, String reference, String explanation, int line, List<SpecScenario> scenarios) {}
