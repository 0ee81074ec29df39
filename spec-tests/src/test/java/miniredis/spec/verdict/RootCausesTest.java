package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;

class RootCausesTest {
    private static final Specification SPECIFICATION = Specification.load();

    @Test
    void aFailureBelongsToWhatASimplerScenarioFailedBy() {
        var run = run(failed("FRAG-01", "+PONG¶", "-ERR x¶"), failed("FRAG-11", "+OK¶", "-ERR x¶"));

        assertThat(run.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.cause().title()).isEqualTo(scenario("FRAG-01").title());
            assertThat(cause.first().scenario().id()).isEqualTo("FRAG-01");
            assertThat(cause.scenarios()).isEqualTo(2);
        });
    }

    @Test
    void alsoOverSeveralSteps() {
        var run = run(
                failed("FRAG-01", "+PONG¶", "-ERR x¶"),
                failed("PIPE-01", "+PONG¶+PONG¶", "+PONG¶"),
                failed("PIPE-02", "+OK¶", "-ERR x¶"));

        assertThat(titles(run)).containsExactly(scenario("FRAG-01").title());
    }

    /** A simpler scenario fails, and so may others for other reasons that their bytes show. */
    @Test
    void whatTheBytesShowAndHaveShownBeforeIsSurerThanARow() {
        var run = run(
                failed("REPLY-05", "$5¶apple¶", "+apple¶"),
                failed("FRAG-01", "+PONG¶", "-ERR x¶"),
                failed("SIZE-01.1", "$3¶012¶", "+012¶"),
                failed("SIZE-01.2", "$3¶012¶", "<silent>"));

        assertThat(run.causes()).extracting(RankedCause::scenarios).containsExactly(2, 2);
        assertThat(run.scenarios().get(2).cause())
                .isEqualTo(run.scenarios().get(0).cause());
        assertThat(run.scenarios().get(3).cause())
                .isEqualTo(run.scenarios().get(1).cause());
    }

    @Test
    void whatPassedExplainsNothing() {
        assertThat(titles(run(passed("FRAG-01"), failed("FRAG-11", "+OK¶", "-ERR x¶"))))
                .containsExactly(scenario("FRAG-11").title());
    }

    /** Where clients that count side by side lose counts, it need not be the pipeline. */
    @Test
    void whatMustHavePassedKeepsTheCause() {
        var pipe = failed("PIPE-01", "+PONG¶+PONG¶", "+PONG¶");
        var flood = failed("INCR-10", "$5¶40000¶", "$3¶893¶");

        assertThat(titles(run(pipe, flood))).hasSize(1);
        assertThat(titles(run(pipe, failed("INCR-09", "$4¶1000¶", "$3¶900¶"), flood)))
                .hasSize(2);
    }

    @Test
    void aCommandThatPreparesAScenarioIsNamedWithItsReply() {
        var run = run(
                failed("REPLY-02", "SET fruit apple", "+OK¶", ":1¶", ""),
                failed("INCR-04", "SET visits 41", "+OK¶", ":1¶", "\"visits\" holds \"41\""),
                failed("BULK-01", "SET poem x", "+OK¶", ":1¶", "\"poem\" holds \"one\\r\\ntwo\""));

        assertThat(titles(run)).containsExactly("SET is answered with the integer 1");
        assertThat(run.causes().get(0).first().scenario().id()).isEqualTo("REPLY-02");
    }

    @Test
    void aCommandThatIsAnsweredWronglyInItsOwnScenarioIsThatScenariosMatter() {
        assertThat(titles(run(failed("INCR-01", "INCR visits", ":1¶", ":2¶", "the reply is the integer 1"))))
                .containsExactly(scenario("INCR-01").title());
    }

    @Test
    void causesOfOnePlaceAreOneWhateverTheySay() {
        var run = run(
                thrown("BULK-10.1", "UnicodeDecodeError: byte 0xff: invalid start byte"),
                thrown("BULK-10.2", "UnicodeDecodeError: byte 0xc3: unexpected end of data"));

        assertThat(run.causes())
                .singleElement()
                .extracting(RankedCause::scenarios)
                .isEqualTo(2);
        assertThat(run.scenarios())
                .extracting(result -> result.cause().orElseThrow().title())
                .containsOnly(titles(run).get(0));
    }

    @Test
    void exceptionsWhereAnErrorShouldBeSentAreOneMistake() {
        var run = run(thrownForAnError("PROTO-01", "a.py:1"), thrownForAnError("UNKNOWN-02", "b.py:2"));

        assertThat(titles(run))
                .containsExactly("exceptions instead of error replies, at 2 places: ValueError: bad, at a.py:1");
        assertThat(run.causes().get(0).scenarios()).isEqualTo(2);
    }

    /** Nothing is thrown for SET with an argument too many: to send what is thrown elsewhere would not help. */
    @Test
    void aCrashExplainsOnlyCrashesWhereTheyHaveToBeAlike() {
        var run = run(thrownForAnError("ARITY-01.1", "a.py:1"), failed("ARITY-03", "-ERR x¶", "+OK¶"));

        assertThat(titles(run))
                .containsExactly(
                        "ValueError: bad, at a.py:1", scenario("ARITY-03").title());
    }

    @Test
    void anotherRowThatFailedAlikeExplains() {
        var run = run(
                thrownForAnError("ARITY-01.1", "a.py:1"),
                failed("ARITY-01.2", "-ERR x¶", "$-1¶"),
                failed("ARITY-03", "-ERR x¶", "+OK¶"));

        assertThat(run.scenarios().get(2).cause())
                .isEqualTo(run.scenarios().get(1).cause());
    }

    @Test
    void onePlaceIsNamedByItself() {
        assertThat(titles(run(thrownForAnError("PROTO-01", "a.py:1"), thrownForAnError("PROTO-02", "a.py:1"))))
                .containsExactly("ValueError: bad, at a.py:1");
    }

    /** At that place it is not only the error reply that is missing. */
    @Test
    void aPlaceWhereOtherRepliesAreLostTooStaysACauseOfItsOwn() {
        var run = run(
                thrownForAnError("PROTO-01", "server.py:63"),
                thrownForAnError("UNKNOWN-02", "b.py:2"),
                thrown("BULK-10.1", "ValueError: bad"),
                thrown("BULK-10.2", "ValueError: bad"));

        assertThat(titles(run)).containsExactly("ValueError: bad, at server.py:63", "ValueError: bad, at b.py:2");
    }

    @Test
    void thatAClientHasLeftIsOneMistakeWhereverItShows() {
        var run = run(
                thrown("LEAVE-04", "Error: read ECONNRESET"),
                thrown("LEAVE-06", "+PONG¶", "Error: write EPIPE", "other.js:8"),
                killed("LEAVE-07", "was killed by signal 13 (SIGPIPE: a write to a client that had left)"));

        assertThat(titles(run)).containsExactly("Error: read ECONNRESET, at server.py:63");
    }

    /** PIPE-01 waits for FRAG-01, so what looks like PIPE-01 may wait for it as well. */
    @Test
    void whatIsExplainedItselfDoesNotKeepOthersFromTheirRoot() {
        var run = run(
                failed("FRAG-01", "+PONG¶", "-ERR x¶"),
                failed("PIPE-01", "+PONG¶+PONG¶", "<silent> +PONG¶"),
                failed("PIPE-04", "+PONG¶+PONG¶", "<silent> +PONG¶"));

        assertThat(titles(run)).containsExactly(scenario("FRAG-01").title());
    }

    @Test
    void whatIsPrintedWhenAClientLeavesIsNoCause() {
        var why = "java.net.SocketException: Connection reset";

        assertThat(titles(run(thrown("BULK-10.1", why)))).noneMatch(title -> title.contains("Connection reset"));
        assertThat(titles(run(thrown("LEAVE-07", why)))).allMatch(title -> title.contains("Connection reset"));
    }

    private static ScenarioResult thrown(String id, String what) {
        return thrown(id, "$3¶abc¶", what, "server.py:63");
    }

    private static ScenarioResult thrownForAnError(String id, String where) {
        return thrown(id, "-ERR x¶", "ValueError: bad", where);
    }

    private static ScenarioResult thrown(String id, String expected, String what, String where) {
        var evidence = PatternTable.evidence("GET k", expected, "<closed>");
        return result(id, new Failure(evidence, "", Optional.of(new ServerException(what, where))));
    }

    private static ScenarioResult killed(String id, String how) {
        var asked = PatternTable.evidence("PING", "+PONG¶", "<closed>");
        var evidence = new Evidence(asked.sent(), asked.expected(), new Actual.Died(new byte[0], how));
        return result(id, new Failure(evidence, "", Optional.empty()));
    }

    private static ScenarioResult failed(String id, String expected, String received) {
        return failed(id, "GET k", expected, received, "");
    }

    private static ScenarioResult failed(String id, String sent, String expected, String received, String step) {
        return result(id, new Failure(PatternTable.evidence(sent, expected, received), step, Optional.empty()));
    }

    private static ScenarioResult passed(String id) {
        return new ScenarioResult(
                scenario(id),
                Status.PASSED,
                1,
                Optional.empty(),
                Optional.empty(),
                Message.NONE,
                List.of(),
                Map.of(),
                "");
    }

    private static ScenarioResult result(String id, Failure failure) {
        var cause = Optional.of(CauseFinder.of(scenario(id), failure, id.startsWith("LEAVE-")));
        return new ScenarioResult(
                scenario(id), Status.FAILED, 1, Optional.of(failure), cause, Message.NONE, List.of(), Map.of(), "");
    }

    private static SpecScenario scenario(String id) {
        return SPECIFICATION
                .scenarios()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RunResult run(ScenarioResult... results) {
        return RunResult.of("x", "x", Selection.everything(false), List.of(results), Message.NONE);
    }

    private static List<String> titles(RunResult run) {
        return run.causes().stream().map(cause -> cause.cause().title()).toList();
    }
}
