package miniredis.spec.verdict;

import java.util.Map;
import java.util.Optional;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.wire.Tape;

/**
 * One scenario and what became of it.
 *
 * @param failure present when it failed because the server deviated
 * @param note why it was not run, was inconclusive, or failed in another way; may be empty
 * @param tapes what went over each connection, by the client's name
 */
public record ScenarioResult(
        SpecScenario scenario,
        Status status,
        long milliseconds,
        Optional<Failure> failure,
        String note,
        Map<String, Tape> tapes) {}
