package miniredis.spec.cucumber;

import org.jspecify.annotations.Nullable;

/**
 * How Cucumber got through a scenario.
 *
 * @param thrown what the first step that failed threw, as it was or wrapped; null when no step failed
 * @param failedStep its text; empty for the checks after the last step
 * @param milliseconds from its beginning to its end
 * @param endedAt in {@link System#nanoTime()}
 */
public record ScenarioExecution(@Nullable Throwable thrown, String failedStep, long milliseconds, long endedAt) {}
