package miniredis.spec.run;

import miniredis.spec.verdict.Deviation;

/** How one playing of a scenario went. */
sealed interface Outcome {
    record Passed() implements Outcome {}

    /** The server deviated. {@code step} is the step's text; empty for the checks after the last step. */
    record Deviated(Deviation deviation, String step) implements Outcome {}

    /** The machine was too slow to judge. */
    record Late() implements Outcome {}

    /** There was no server. */
    record NoServer(String why) implements Outcome {}

    /** The runner itself failed; that is a mistake of ours, and said as such. */
    record Stumbled(Throwable cause) implements Outcome {}
}
