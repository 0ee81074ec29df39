/**
 * The order of events. A {@link miniredis.spec.execution.SpecificationRun} runs scenarios
 * {@linkplain miniredis.spec.execution.ConcurrentPhase side by side}, what did not pass once more
 * {@linkplain miniredis.spec.execution.IsolatedRerun alone}, on {@linkplain miniredis.spec.execution.ServerPool instances} in good
 * health, and makes {@linkplain miniredis.spec.execution.Verdicts results} of the attempts that count.
 */
@NullMarked
package miniredis.spec.execution;

import org.jspecify.annotations.NullMarked;
