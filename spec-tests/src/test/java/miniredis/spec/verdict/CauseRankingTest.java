package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;

/** Which cause comes first, and what a run with it comes to. */
class CauseRankingTest {
    private static final Cause RULE = Cause.brokenRule("a rule");
    private static final Cause DECODED = new Cause(Cause.Kind.KNOWN_MISTAKE, Message.verbatim("bytes were decoded"));
    private static final Cause NO_INCR =
            new Cause(Cause.Kind.MISSING_COMMAND, Message.verbatim("INCR is not there yet"), 3, "");
    private static final Cause OTHER_RULE = Cause.brokenRule("another rule");
    private static final Cause SILENT = new Cause(Cause.Kind.NO_REPLY, Message.verbatim("no client got a reply"));

    private final List<ScenarioResult> results = new ArrayList<>();

    @Test
    void anEarlierStepComesFirst() {
        failed("SET-01", RULE);
        failed("SET-02", RULE);
        failed("BULK-01", DECODED);

        assertThat(causes()).containsExactly(DECODED, RULE);
    }

    @Test
    void inAStepComesFirstWhatComesFirstInTheSpecification() {
        failed("REQ-01", RULE);
        failed("BULK-10.1", DECODED);
        failed("BULK-10.2", DECODED);

        assertThat(causes()).containsExactly(RULE, DECODED);
        assertThat(run().firstToFix().orElseThrow().scenario().id()).isEqualTo("REQ-01");
    }

    @Test
    void whatOnlyExactnessNeedsComesAfterWhatClientsDependOn() {
        failed("INLINE-08", DECODED);
        failed("INLINE-09", DECODED);
        failed("INLINE-10", DECODED);
        failed("PROTO-01", RULE);

        assertThat(causes()).containsExactly(RULE, DECODED);
    }

    @Test
    void aMissingCommandBelongsToItsOwnStep() {
        failed("REPLY-08", NO_INCR);
        failed("INCR-01", NO_INCR);
        failed("INCR-02", NO_INCR);
        failed("BULK-01", RULE);

        assertThat(causes()).containsExactly(RULE, NO_INCR);
    }

    @Test
    void theOrderIsThatOfTheSpecificationWhicheverFailedFirst() {
        failed("BULK-10.1", DECODED);
        failed("REQ-02", OTHER_RULE);
        failed("REQ-01", RULE);

        assertThat(causes()).containsExactly(RULE, OTHER_RULE, DECODED);
    }

    @Test
    void theOrderOfFilesComesBeforeThatOfLines() {
        failed("BULK-01", DECODED);
        failed("REPLY-05", RULE);

        assertThat(causes()).containsExactly(RULE, DECODED);
    }

    @Test
    void aRuleBelongsToTheStepOfItsScenario() {
        failed("EXPIRE-01", RULE);
        failed("INCR-01", NO_INCR);

        assertThat(causes()).containsExactly(NO_INCR, RULE);
    }

    @Test
    void aCauseIsShownByTheScenarioOfTheEarliestStep() {
        failed("SET-01", RULE);
        failed("REQ-01", RULE);

        assertThat(run().causes()).singleElement().satisfies(cause -> {
            assertThat(cause.first().scenario().id()).isEqualTo("REQ-01");
            assertThat(cause.scenarios()).isEqualTo(2);
        });
    }

    @Test
    void anotherFramingComesAfterWhatFailsAsItIsWritten() {
        var evidence = new Evidence(new byte[0], new Expected.Nothing(), new Actual.Silence(new byte[0]));
        var mark = new FramingMark(Framing.BYTE_BY_BYTE, Optional.of(evidence));
        add("REQ-01", Status.PASSED, Optional.empty(), List.of(mark));
        failed("BULK-01", RULE);

        assertThat(causes()).containsExactly(RULE, mark.cause());
    }

    @Test
    void aServerThatSaysNothingHasNothingElseToFix() {
        failed("TCP-01", RULE);
        failed("SET-01", SILENT);

        assertThat(causes()).startsWith(SILENT);
    }

    @Test
    void anotherFramingIsACauseAndNoFailure() {
        var evidence = new Evidence(new byte[0], new Expected.Nothing(), new Actual.Silence(new byte[0]));
        var mark = new FramingMark(Framing.ONE_PACKET, Optional.of(evidence));
        add("SET-01", Status.PASSED, Optional.empty(), List.of(mark));

        assertThat(run().causes()).hasSize(1);
        assertThat(run().exitCode()).isEqualTo(1);
        assertThat(run().totals().toString())
                .isEqualTo("1 scenario: 1 passed, 0 failed, 0 inconclusive, 1 passed only in their own packets");
    }

    @Test
    void nobodyIsBlamedForWhatCouldNotBeJudged() {
        add("SET-01", Status.PASSED, Optional.empty(), List.of());
        add("SET-02", Status.INCONCLUSIVE, Optional.empty(), List.of());

        assertThat(run().causes()).isEmpty();
        assertThat(run().exitCode()).isZero();
    }

    private void failed(String id, Cause cause) {
        add(id, Status.FAILED, Optional.of(cause), List.of());
    }

    private void add(String id, Status status, Optional<Cause> cause, List<FramingMark> framings) {
        var scenario = Specification.load()
                .scenarios()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        results.add(
                new ScenarioResult(scenario, status, 1, Optional.empty(), cause, Message.NONE, framings, Map.of(), ""));
    }

    private List<Cause> causes() {
        return run().causes().stream().map(RankedCause::cause).toList();
    }

    private RunResult run() {
        return RunResult.of("server", "", Selection.everything(true), results, Message.NONE);
    }
}
