package miniredis.spec.watch;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.report.Changes;
import miniredis.spec.verdict.RunResult;

/**
 * What is to be seen at a moment.
 *
 * @param title which part of the specification
 * @param server whose server; it may be a whole command line
 * @param state what is going on, in a few words
 * @param tallies of each step; empty where nothing was run yet
 * @param verdicts those that there are; empty where there are none yet
 * @param trouble what keeps from running: the output of a build, or why there is no server; may be empty
 * @param transcript of the scenario that is looked at; may be empty
 * @param typed the question for a scenario's id, with what has been typed; empty where nothing is being typed
 */
record View(
        Message title,
        String server,
        State state,
        List<WatchProgress.Tally> tallies,
        Optional<RunResult> verdicts,
        Changes changes,
        Message trouble,
        List<String> transcript,
        Optional<Message> typed) {

    /** Whether nothing more will come until somebody does something. */
    boolean isSettled() {
        return state.settled();
    }

    /**
     * @param alarm whether somebody should look
     * @param settled whether nothing more will come by itself
     */
    record State(Message words, boolean alarm, boolean settled) {}
}
