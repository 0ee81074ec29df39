package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VerdictsTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();
    private static final Attempt WRONG = Attempts.failed(SCENARIO, Attempts.reply("-ERR"));

    @TempDir
    private Path folder;

    private final Verdicts verdicts = new Verdicts("run --scenario ", MissingCommands.none());

    @Test
    void whatPassedHasPassed() {
        var result = verdicts.of(Attempts.passed(SCENARIO));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.failure()).isEmpty();
        assertThat(result.cause()).isEmpty();
        assertThat(result.note()).isEqualTo(Message.NONE);
        assertThat(result.again()).isEqualTo("run --scenario " + SCENARIO.id());
        assertThat(result.milliseconds()).isEqualTo(1);
    }

    @Test
    void aFailureInAnotherFramingIsAMarkBesideThePass() {
        var result = verdicts.of(Attempts.passedBut(SCENARIO, Framing.ONE_PACKET));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.failsInAnotherFraming()).isTrue();
    }

    @Test
    void whatFailedHasFailedWithItsCauseAndWhatWasPrinted() {
        var printed = new ServerException("boom", "Server.java:3");

        var result = verdicts.of(WRONG.with(Optional.of(printed), List.of()));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.failure().orElseThrow().stepText()).isEqualTo("the reply is PONG");
        assertThat(result.failure().orElseThrow().evidence())
                .isEqualTo(WRONG.evidence().orElseThrow());
        assertThat(result.cause()).map(Cause::title).contains("boom, at Server.java:3");
    }

    @Test
    void nobodyIsBlamedForBeingSlow() {
        var result = verdicts.of(Attempts.failed(SCENARIO, Attempts.slow()));

        assertThat(result.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(result.cause()).isEmpty();
        assertThat(result.failure()).isPresent();
        assertThat(result.note().key()).isEqualTo("note.slow");
    }

    @Test
    void nobodyIsBlamedForALateMachine() {
        var result = verdicts.of(Attempts.late(SCENARIO));

        assertThat(result.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(result.failure()).isEmpty();
        assertThat(result.note()).isEqualTo(Message.of("note.late", 3));
    }

    @Test
    void aMistakeOfTheRunnerIsSaidAsSuch() {
        var result = verdicts.of(Attempts.runnerError(SCENARIO));

        assertThat(result.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(result.cause()).map(Cause::kind).contains(Cause.Kind.RUNNER);
        assertThat(result.note().toString()).contains("a mistake of the runner");
    }

    @Test
    void withoutAServerItWasNotRun() {
        var result = verdicts.of(Attempt.without(SCENARIO, Message.verbatim("gone")));

        assertThat(result.status()).isEqualTo(Status.NOT_RUN);
        assertThat(result.note()).hasToString("gone");
        assertThat(result.failure()).isEmpty();
    }

    @Test
    void withoutAnyReplyAllHaveOneCause() {
        var tried = verdicts.ofNoReply(SCENARIO, Optional.of(WRONG));
        var notTried = verdicts.ofNoReply(SCENARIO, Optional.empty());

        assertThat(tried.status()).isEqualTo(Status.FAILED);
        assertThat(tried.cause()).isEqualTo(notTried.cause()).map(Cause::kind).contains(Cause.Kind.NO_REPLY);
        assertThat(tried.failure()).isPresent();
        assertThat(tried.note()).isEqualTo(Message.NONE);
        assertThat(notTried.failure()).isEmpty();
        assertThat(notTried.note().key()).isEqualTo("note.no-reply");
    }

    @Test
    void whatNeedsAMissingCommandWaitsForItWhateverItSaw() throws Exception {
        var incr = Scenarios.thatSends("INCR");
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(serverWithout("INCR"), folder, pauses)) {
            var withMissing = new Verdicts("run --scenario ", MissingCommands.of(List.of(incr), Set.of(), pool));

            for (var attempt : List.of(
                    Attempts.passed(incr),
                    Attempts.failed(incr, Attempts.slow()),
                    Attempts.failed(incr, Attempts.reply("-ERR")))) {
                var result = withMissing.of(attempt);
                assertThat(result.status()).isEqualTo(Status.FAILED);
                assertThat(result.cause()).map(Cause::kind).contains(Cause.Kind.MISSING_COMMAND);
                assertThat(result.note().toString()).contains("INCR is not there yet");
            }
            var impossible = withMissing.ofImpossible(incr);
            assertThat(impossible.status()).isEqualTo(Status.FAILED);
            assertThat(impossible.failure()).isEmpty();
            assertThat(impossible.cause()).map(Cause::kind).contains(Cause.Kind.MISSING_COMMAND);
            assertThat(impossible.recordings()).isEqualTo(Map.of());
            assertThat(withMissing.of(Attempts.late(incr)).status()).isEqualTo(Status.INCONCLUSIVE);
        }
    }

    private static InMemoryServer serverWithout(String command) {
        var server = InMemoryServer.onFreePorts();
        server.startWithout(command);
        return server;
    }
}
