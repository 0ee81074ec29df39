package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Framing;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();
    private static final Attempt WRONG = Attempts.failed(SCENARIO, Attempts.reply("-ERR"));

    @Test
    void whatPassedInEveryFramingIsFlawless() {
        assertThat(Attempts.passed(SCENARIO).isFlawless()).isTrue();
        assertThat(Attempts.passedBut(SCENARIO, Framing.ONE_PACKET).isFlawless())
                .isFalse();
        assertThat(WRONG.isFlawless()).isFalse();
    }

    @Test
    void onlyWhatPassedFailsByFramingOnly() {
        assertThat(Attempts.passedBut(SCENARIO, Framing.ONE_PACKET).failsByFramingOnly())
                .isTrue();
        assertThat(Attempts.passed(SCENARIO).failsByFramingOnly()).isFalse();
        assertThat(WRONG.failsByFramingOnly()).isFalse();
    }

    @Test
    void onlyAServerThatWorkedAllTheTimeWasSlow() {
        assertThat(Attempts.failed(SCENARIO, Attempts.slow()).wasSlow()).isTrue();
        assertThat(Attempts.failed(SCENARIO, Attempts.silence()).wasSlow()).isFalse();
        assertThat(Attempts.passed(SCENARIO).wasSlow()).isFalse();
    }

    @Test
    void theSameReplyInTheSameStepIsTheSameFailure() {
        assertThat(WRONG.failedLike(Attempts.failed(SCENARIO, Attempts.reply("-ERR"))))
                .isTrue();
        assertThat(WRONG.failedLike(Attempts.failed(SCENARIO, Attempts.reply("-ERROR"))))
                .isFalse();
        assertThat(WRONG.failedLike(Attempts.failed(SCENARIO, Attempts.reply("-ERR"), "the reply is 2")))
                .isFalse();
        assertThat(WRONG.failedLike(Attempts.passed(SCENARIO))).isFalse();
        assertThat(Attempts.passed(SCENARIO).failedLike(WRONG)).isFalse();
        assertThat(Attempts.passed(SCENARIO).failedLike(Attempts.passed(SCENARIO)))
                .isFalse();
    }

    @Test
    void theSameBytesAndAnotherEndAreAnotherFailure() {
        assertThat(Attempts.failed(SCENARIO, Attempts.silence())
                        .failedLike(Attempts.failed(SCENARIO, Attempts.closed())))
                .isFalse();
    }

    @Test
    void anotherReplyOfSeveralIsAnotherFailure() {
        UnaryOperator<Evidence> second = evidence -> evidence.at(new Evidence.Position(2, 3));
        var mismatch = (Outcome.Mismatched) WRONG.outcome();
        var elsewhere = WRONG.with(new Outcome.Mismatched(second.apply(mismatch.evidence()), mismatch.step()));

        assertThat(WRONG.failedLike(elsewhere)).isFalse();
    }

    @Test
    void thePrefixesOfKeysAreRandomAndDoNotMatter() {
        assertThat(Attempts.failed(SCENARIO, Attempts.reply("-ERR no ab12cd:key"))
                        .failedLike(Attempts.failed(SCENARIO, Attempts.reply("-ERR no x0y1z2:key"))))
                .isTrue();
    }

    @Test
    void theSameFramingsMakeTheSameFailure() {
        var inOnePacket = Attempts.passedBut(SCENARIO, Framing.ONE_PACKET);

        assertThat(inOnePacket.failedLike(Attempts.passedBut(SCENARIO, Framing.ONE_PACKET)))
                .isTrue();
        assertThat(inOnePacket.failedLike(Attempts.passedBut(SCENARIO, Framing.BYTE_BY_BYTE)))
                .isFalse();
        assertThat(inOnePacket.failedLike(Attempts.passed(SCENARIO))).isFalse();
        assertThat(inOnePacket.failedLike(WRONG)).isFalse();
    }

    @Test
    void theLastBytesSentAreThoseOfTheLastClient() throws Exception {
        var recordings = new LinkedHashMap<String, Recording>();
        try (var server = InMemoryServer.onFreePorts().start(java.nio.file.Path.of("unused"));
                var first = new Client("first", server.address(), Timeouts.ordinary());
                var second = new Client("second", server.address(), Timeouts.ordinary())) {
            first.command("PING", "one");
            second.command("PING", "two");
            recordings.put("first", first.recording());
            recordings.put("second", second.recording());
        }
        var attempt = with(recordings);

        assertThat(new String(attempt.lastSent(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("*2\r\n$4\r\nPING\r\n$3\r\ntwo\r\n");
        assertThat(attempt.heardReply()).isTrue();
        assertThat(with(Map.of()).heardReply()).isFalse();
        assertThat(with(Map.of()).lastSent()).isEmpty();
    }

    private static Attempt with(Map<String, Recording> recordings) {
        return new Attempt(
                SCENARIO,
                new Outcome.Passed(),
                List.of(),
                recordings,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                1,
                0);
    }
}
