package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/**
 * What a run has changed since the last one in the same report folder. Only scenarios that both could judge count.
 *
 * @param nowPass ids of those that did not pass before, in reading order
 * @param noLonger ids of those that passed before and do not now
 */
public record Changes(List<String> nowPass, List<String> noLonger) {
    private static final int IDS_NAMED = 8;

    public static final Changes NONE = new Changes(List.of(), List.of());

    /** A line for those that now pass, and one for those that no longer do; none where there is nothing to say. */
    public List<Message> inWords() {
        var lines = new ArrayList<Message>();
        if (!nowPass.isEmpty()) {
            lines.add(Message.counted("changes.now-pass", nowPass.size(), ids(nowPass, " ")));
        }
        if (!noLonger.isEmpty()) {
            lines.add(Message.counted("changes.no-longer", noLonger.size(), ids(noLonger, " ")));
        }
        return lines;
    }

    /** The run with what it broke as the first thing to fix. */
    public RunResult regressionsFirst(RunResult run) {
        return noLonger.isEmpty() ? run : run.withRegressionsFirst(Set.copyOf(noLonger));
    }

    /** Whether a scenario passed in the last run and does not now. */
    public boolean isRegression(ScenarioResult result) {
        return noLonger.contains(result.scenario().id());
    }

    /** The first ids of a list, and how many more there are. */
    static Message ids(List<String> ids, String between) {
        var named = ids.stream().limit(IDS_NAMED).collect(Collectors.joining(between));
        return ids.size() > IDS_NAMED
                ? Message.of("ids-and-more", named, ids.size() - IDS_NAMED)
                : Message.verbatim(named);
    }
}
