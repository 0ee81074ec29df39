package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;

/** Finds the cause of a failure in its evidence. */
public final class CauseFinder {
    private CauseFinder() {}

    /** The cause of this failure of this scenario: failures that one change would mend should have the same. */
    public static Cause of(SpecScenario scenario, Failure failure) {
        var actual = failure.evidence().actual();
        var after = Message.of("cause.after", scenario.rule());
        if (actual instanceof Actual.Died died) {
            return crash("cause.ends", failure, Message.verbatim(firstLine(died.how())));
        }
        if (actual instanceof Actual.Hung) {
            return crash("cause.hangs", failure, after);
        }
        if (actual instanceof Actual.Spoiled spoiled) {
            return crash("cause.spoiled", failure, after, spoiled.lost());
        }
        if (failure.exception().isPresent()) {
            return new Cause(Cause.Kind.CRASH, inWords(failure.exception().get()));
        }
        if (failure.evidence().expected() instanceof Expected.Explored explored) {
            return new Cause(Cause.Kind.BROKEN_RULE, explored.cause());
        }
        return FailurePatterns.in(failure.evidence())
                .filter(match -> match.pattern().isCause())
                .map(match -> new Cause(Cause.Kind.KNOWN_MISTAKE, match.title()))
                .orElseGet(() -> Cause.brokenRule(scenario.rule()));
    }

    /**
     * @param key of a sentence whose first gap is for the reason
     * @param otherwise the reason where the server printed no exception
     */
    private static Cause crash(String key, Failure failure, Message otherwise, Object... others) {
        var arguments = new ArrayList<Object>();
        arguments.add(failure.exception().map(CauseFinder::inWords).orElse(otherwise));
        arguments.addAll(List.of(others));
        return new Cause(Cause.Kind.CRASH, new Message(key, List.copyOf(arguments)));
    }

    private static Message inWords(ServerException exception) {
        return Message.verbatim(exception.inWordsWithoutValues());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
