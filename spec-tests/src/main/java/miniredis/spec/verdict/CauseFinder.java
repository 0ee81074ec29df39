package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;

/** Finds the cause of a failure from what was expected and what was observed. */
public final class CauseFinder {
    private CauseFinder() {}

    /** The cause of this failure of this scenario: failures that one change would mend should have the same. */
    public static Cause of(SpecScenario scenario, Failure failure) {
        var observed = failure.evidence().observed();
        if (observed instanceof Actual.Died died) {
            return crash("cause.ends", failure, Message.verbatim(firstLine(died.how())));
        }
        if (observed instanceof Actual.Hung) {
            return crash("cause.hangs", failure, after(scenario));
        }
        if (observed instanceof Actual.Spoiled spoiled) {
            return crash("cause.spoiled", failure, after(scenario), spoiled.lost());
        }
        if (failure.trouble().isPresent()) {
            return new Cause(
                    Cause.Kind.CRASH, Message.verbatim(failure.trouble().get().inWordsWithoutValues()));
        }
        return FailurePatterns.in(failure.evidence())
                .filter(found -> found.clue().tellsTheMistake())
                .map(found -> new Cause(Cause.Kind.KNOWN_MISTAKE, found.title()))
                .orElseGet(() -> Cause.brokenRule(scenario.rule()));
    }

    /** @param key of a sentence that ends with why */
    private static Cause crash(String key, Failure failure, Message otherwise, Object... others) {
        var why = failure.trouble()
                .map(trouble -> Message.verbatim(trouble.inWordsWithoutValues()))
                .orElse(otherwise);
        var arguments = new ArrayList<Object>(List.of(why));
        arguments.addAll(List.of(others));
        return new Cause(Cause.Kind.CRASH, new Message(key, List.copyOf(arguments)));
    }

    private static Message after(SpecScenario scenario) {
        return Message.of("cause.after", scenario.rule());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
