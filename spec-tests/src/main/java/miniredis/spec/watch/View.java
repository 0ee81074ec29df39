package miniredis.spec.watch;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.report.Changes;
import miniredis.spec.verdict.RunResult;

/**
 * What the screen shows at a moment.
 *
 * @param title which part of the specification
 * @param server whose server; it may be a whole command line
 * @param status what is going on, in a few words
 * @param isSettled whether nothing more will come by itself
 * @param tallies of each step; empty where nothing was run yet
 * @param result the verdicts that there are; empty where there are none yet
 * @param obstacle why there can't be a verdict: the output of a build, or why the server did not start; may be empty
 * @param transcript of the scenario that is looked at; may be empty
 * @param typed the question for a scenario's id, with what has been typed; empty where nothing is being typed
 */
record View(
        Message title,
        String server,
        Message status,
        boolean isSettled,
        List<WatchProgress.Tally> tallies,
        Optional<RunResult> result,
        Changes changes,
        Message obstacle,
        List<String> transcript,
        Optional<Message> typed) {}
