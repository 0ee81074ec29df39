package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;

/** Attempts at a scenario that ended in some way. */
final class Attempts {
    static final byte[] SENT = ascii("*1\r\n$4\r\nPING\r\n");

    private Attempts() {}

    static Attempt passed(SpecScenario scenario) {
        return of(scenario, new Outcome.Passed());
    }

    static Attempt late(SpecScenario scenario) {
        return of(scenario, new Outcome.Late());
    }

    static Attempt runnerError(SpecScenario scenario) {
        return of(scenario, new Outcome.RunnerError(new IllegalStateException("a mistake of the runner")));
    }

    /** It passed as it is written, and not in this framing. */
    static Attempt passedBut(SpecScenario scenario, Framing framing) {
        var marks = List.of(new FramingMark(framing, Optional.of(evidence(reply("-ERR")))));
        return new Attempt(
                scenario,
                new Outcome.Passed(),
                marks,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                1,
                System.nanoTime());
    }

    static Attempt failed(SpecScenario scenario, Actual actual) {
        return failed(scenario, actual, "the reply is PONG");
    }

    static Attempt failed(SpecScenario scenario, Actual actual, String step) {
        return of(scenario, new Outcome.Mismatched(evidence(actual), step));
    }

    /** No order of what clients sent at the same time explains their replies. */
    static Attempt withoutOrder(SpecScenario scenario) {
        var expected =
                new Expected.Explored(new Expected.OneOrder(Message.of("order.lost")), Message.of("cause.order.lost"));
        return of(scenario, new Outcome.Mismatched(new Evidence(SENT, expected, reply("$-1")), ""));
    }

    static Attempt of(SpecScenario scenario, Outcome outcome) {
        return new Attempt(
                scenario,
                outcome,
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                1,
                System.nanoTime());
    }

    static Evidence evidence(Actual actual) {
        return new Evidence(SENT, new Expected.Pong(), actual);
    }

    static Actual reply(String line) {
        return new Actual.Answered(ascii(line + "\r\n"));
    }

    static Actual silence() {
        return new Actual.Silence(new byte[0]);
    }

    static Actual slow() {
        return new Actual.Slow(new byte[0]);
    }

    static Actual closed() {
        return new Actual.Closed(new byte[0]);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
