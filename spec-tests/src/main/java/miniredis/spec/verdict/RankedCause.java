package miniredis.spec.verdict;

/**
 * A cause, and what it keeps from passing.
 *
 * @param first the scenario that shows it best: the first in reading order
 * @param scenarios how many wait for it
 */
public record RankedCause(Cause cause, ScenarioResult first, int scenarios) {}
