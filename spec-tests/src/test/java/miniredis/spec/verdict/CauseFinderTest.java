package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure is blamed on: the server's end, its exception, a known mistake, or else the rule of the scenario. */
class CauseFinderTest {
    private static final SpecScenario SCENARIO =
            Specification.load().scenarios().findFirst().orElseThrow();
    private static final Optional<ServerException> NONE = Optional.empty();
    private static final Optional<ServerException> THROWN =
            Optional.of(new ServerException("IndexError: no item 7", "/srv/app/server.py:12"));

    @Test
    void aKnownMistakeHasItsHintAsItsName() {
        assertCause(cause("$-1¶", "$0¶¶", NONE), Cause.Kind.KNOWN_MISTAKE, "null ($-1) and the empty string ($0)");
    }

    @Test
    void aKnownMistakeWhoseHintsDifferHasATitle() {
        assertCause(cause("+PONG¶", "$4¶PONG¶", NONE), Cause.Kind.KNOWN_MISTAKE, "+OK and +PONG are simple strings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"+PONG¶ | <silent>", "$-1¶ | $3¶Ada¶", "$4¶Oslo¶ | $4¶Lima¶", "<nothing> | +PONG¶"})
    void whatManyMistakesLookLikeIsBlamedOnTheRule(String expected, String received) {
        assertCause(cause(expected, received, NONE), Cause.Kind.BROKEN_RULE, SCENARIO.rule());
    }

    @Test
    void anExceptionOfTheServerComesBeforeWhatItsBytesLookLike() {
        assertCause(cause("$-1¶", "$0¶¶", THROWN), Cause.Kind.CRASH, "IndexError: no item …, at server.py:12");
    }

    @Test
    void aServerThatEndedSaysHowUnlessItPrintedWhy() {
        var died = new Actual.Died(new byte[0], "exited with code 1\nlast words");

        assertCause(
                cause(died, NONE), Cause.Kind.CRASH, "the server stops: exited with code 1, after: " + SCENARIO.rule());
        assertCause(cause(died, THROWN), Cause.Kind.CRASH, "the server stops: IndexError: no item …, at server.py:12");
    }

    @Test
    void aServerThatHangsDoesSoAfterAScenarioUnlessItPrintedWhy() {
        var hung = new Actual.Hung(new byte[0]);

        assertCause(
                cause(hung, NONE),
                Cause.Kind.CRASH,
                "the server hangs: no client gets a reply any more, after: " + SCENARIO.rule());
        assertCause(cause(hung, THROWN), Cause.Kind.CRASH, "the server hangs: IndexError: no item …, at server.py:12");
    }

    @Test
    void aCommandThatNoLongerWorksIsNamed() {
        var spoiled = new Actual.Spoiled(new byte[0], "SET");

        assertCause(
                cause(spoiled, NONE),
                Cause.Kind.CRASH,
                "the server can no longer execute SET: after: " + SCENARIO.rule());
        assertCause(
                cause(spoiled, THROWN),
                Cause.Kind.CRASH,
                "the server can no longer execute SET: IndexError: no item …, at server.py:12");
    }

    private static void assertCause(Cause cause, Cause.Kind kind, String title) {
        assertThat(cause.kind()).isEqualTo(kind);
        assertThat(cause.what().toString()).startsWith(title);
    }

    private static Cause cause(String expected, String received, Optional<ServerException> exception) {
        return CauseFinder.of(
                SCENARIO, new Failure(PatternTable.evidence("GET k", expected, received), "", exception), false);
    }

    private static Cause cause(Actual actual, Optional<ServerException> exception) {
        var evidence = PatternTable.evidence("GET k", "$-1¶", "$0¶¶").with(actual);
        return CauseFinder.of(SCENARIO, new Failure(evidence, "", exception), false);
    }
}
