package miniredis.spec.verdict;

import miniredis.spec.specification.SpecScenario;

/** Finds the cause of a failure from what was expected and what was observed. */
public final class Diagnosis {
    private static final int LONGEST_TITLE = 110;

    private Diagnosis() {}

    /** The cause of this failure of this scenario: failures that one change would mend should have the same. */
    public static Cause of(SpecScenario scenario, Failure failure) {
        var observed = failure.evidence().observed();
        if (observed instanceof Observed.Died died) {
            return death(failure, "the server ends", died.how());
        }
        if (observed instanceof Observed.Hung) {
            return death(failure, "the server hangs", "after: " + scenario.rule());
        }
        if (observed instanceof Observed.Spoiled spoiled) {
            return death(
                    failure, "the server can't %s any more".formatted(spoiled.lost()), "after: " + scenario.rule());
        }
        if (failure.trouble().isPresent()) {
            return new Cause(Cause.Kind.CRASH, shortened(failure.trouble().get().inWordsWithoutValues()));
        }
        return Clues.in(failure.evidence())
                .filter(found -> found.clue().tellsTheMistake())
                .map(found -> new Cause(Cause.Kind.KNOWN_MISTAKE, shortened(found.title())))
                .orElseGet(() -> new Cause(Cause.Kind.BROKEN_RULE, scenario.rule()));
    }

    private static Cause death(Failure failure, String what, String otherwise) {
        var why = failure.trouble()
                .map(Trouble::inWordsWithoutValues)
                .orElse(otherwise.lines().findFirst().orElse(""));
        return new Cause(Cause.Kind.CRASH, shortened(what + ": " + why));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TITLE
                ? text
                : text.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }
}
