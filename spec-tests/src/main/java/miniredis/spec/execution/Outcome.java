package miniredis.spec.execution;

import miniredis.spec.cucumber.ScenarioExecution;
import miniredis.spec.i18n.Message;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.verdict.TooLate;

/** How one attempt at a scenario went. */
sealed interface Outcome {
    static Outcome of(ScenarioExecution execution, ScenarioContext context) {
        for (var cause = execution.thrown(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Mismatch mismatch) {
                return new Mismatched(
                        mismatch.evidence().afterSilence(context.afterSilence()),
                        context.story().isEmpty() ? execution.failedStep() : context.story());
            }
            if (cause instanceof TooLate) {
                return new Late();
            }
        }
        return execution.thrown() == null ? new Passed() : new RunnerError(execution.thrown());
    }

    record Passed() implements Outcome {}

    /** The server did not do what was expected. {@code step} is the step's text; empty for the checks after the last step. */
    record Mismatched(Evidence evidence, String step) implements Outcome {}

    /** It could not be judged in time. */
    record Late() implements Outcome {}

    /** There was no server. */
    record NoServer(Message why) implements Outcome {}

    /** The runner itself failed; this is reported as a bug in the runner. */
    record RunnerError(Throwable cause) implements Outcome {}
}
