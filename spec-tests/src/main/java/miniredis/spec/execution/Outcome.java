package miniredis.spec.execution;

import miniredis.spec.i18n.Message;
import miniredis.spec.verdict.Evidence;

/** How one attempt at a scenario went. */
sealed interface Outcome {
    record Passed() implements Outcome {}

    /** The server did something else than was expected. {@code step} is the step's text; empty for the checks after the last step. */
    record Mismatched(Evidence evidence, String step) implements Outcome {}

    /** It could not be judged in time. */
    record Late() implements Outcome {}

    /** There was no server. */
    record NoServer(Message why) implements Outcome {}

    /** The runner itself failed; that is a mistake of ours, and said as such. */
    record RunnerError(Throwable cause) implements Outcome {}
}
