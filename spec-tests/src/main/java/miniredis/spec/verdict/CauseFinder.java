package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.ReplyReader;

/** Finds the cause of a failure in its evidence. {@link RootCauses} handles what other failures explain. */
public final class CauseFinder {
    private CauseFinder() {}

    /**
     * The cause of this failure of this scenario: failures that one change would fix should have the same.
     *
     * @param departs whether a client disconnects in the scenario, so that what the server prints about that belongs to the failure
     */
    public static Cause of(SpecScenario scenario, Failure failure, boolean departs) {
        var actual = failure.evidence().actual();
        var exception = exception(failure, departs);
        if (actual instanceof Actual.Died died) {
            var how = firstLine(died.how());
            return how.contains("SIGPIPE") // the signal says why, whatever was played
                    ? crash("cause.ends", exception, Message.verbatim(how)).at(Cause.A_CLIENT_HAS_LEFT)
                    : crash("cause.ends", exception, Message.of("cause.how-after", how, scenario.rule()));
        }
        if (actual instanceof Actual.Hung || isSilenceOfServer(actual)) {
            return crash("cause.hangs", exception, Message.of("cause.no-answer-after", scenario.rule()));
        }
        if (actual instanceof Actual.Spoiled spoiled) {
            return crash("cause.spoiled", exception, Message.of("cause.after", scenario.rule()), spoiled.lost());
        }
        if (exception.isPresent()) {
            return new Cause(
                    Cause.Kind.CRASH,
                    inWords(exception.get()),
                    0,
                    exception.get().place());
        }
        if (failure.evidence().expected() instanceof Expected.Explored explored) {
            return new Cause(Cause.Kind.BROKEN_RULE, explored.cause());
        }
        return FailurePatterns.in(failure.evidence())
                .filter(match -> match.pattern().isCause())
                .map(match -> new Cause(Cause.Kind.KNOWN_MISTAKE, match.title()))
                .orElseGet(() -> Cause.brokenRule(scenario.rule()));
    }

    private static boolean isSilenceOfServer(Actual actual) {
        return actual instanceof Actual.Silence silence && silence.afterwards() == Actual.Afterwards.SERVER_HANGS;
    }

    /** The exception that explains the failure: one about an ended connection counts only if the failure is about that. */
    private static Optional<ServerException> exception(Failure failure, boolean departs) {
        boolean isAboutLeaving = failure.evidence().actual().isBreakdown() || departs;
        return failure.exception()
                .filter(exception -> !exception.saysNothing())
                .filter(exception -> !isTheReply(exception, failure.evidence()))
                .filter(exception -> isAboutLeaving || !exception.isAboutAnEndedConnection());
    }

    private static boolean isTheReply(ServerException exception, Evidence evidence) {
        return ReplyReader.wholeReplies(Bytes.of(evidence.receivedText())).stream()
                .anyMatch(exception::isToldBy);
    }

    /**
     * @param key of a sentence whose first gap is for the reason
     * @param otherwise the reason where the server printed no exception
     */
    private static Cause crash(String key, Optional<ServerException> exception, Message otherwise, Object... others) {
        var arguments = new ArrayList<Object>();
        arguments.add(exception.map(CauseFinder::inWords).orElse(otherwise));
        arguments.addAll(List.of(others));
        var place = exception.map(ServerException::place).orElse("");
        return new Cause(Cause.Kind.CRASH, new Message(key, List.copyOf(arguments)), 0, place);
    }

    private static Message inWords(ServerException exception) {
        return Message.verbatim(exception.inWordsWithoutValues());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
