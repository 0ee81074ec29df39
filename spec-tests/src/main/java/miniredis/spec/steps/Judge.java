package miniredis.spec.steps;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import miniredis.spec.steps.Speaker.Heard;
import miniredis.spec.verdict.Deviation;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expectation;
import miniredis.spec.verdict.TooLate;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;

/** Compares what came with what the scenario says, and fails the scenario with the evidence. */
final class Judge {
    /** Long enough for a reply too many to arrive, short enough not to be felt; scenarios wait side by side. */
    static final Duration A_MOMENT = Duration.ofMillis(30);

    private final Lifetimes lifetimes;

    Judge(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    /** Requires that the answer is the expected one. */
    void judge(Client client, Heard heard, Expectation expected) {
        var answer = heard.answer();
        if (expected.isMetBy(answer.reading())) {
            return;
        }
        if (!certain(heard.command(), expected, answer.at())) {
            throw new TooLate("The reply came too late to tell a right server from a wrong one.");
        }
        boolean whole = answer.ending() == Ending.ANSWERED;
        var all = whole ? concat(answer.bytes(), client.watch(A_MOMENT).bytes()) : answer.bytes();
        deviate(client, expected.inWords(), expected.bytes(), all, answer.ending());
    }

    /** Whether at this time only the expected answer is right, wherever the server's clock started to count. */
    private boolean certain(Command command, Expectation expected, long at) {
        if (command == null) {
            return lifetimes.allAlive(at);
        }
        if (command.asksForTimeToLive()) {
            return lifetimes.timeToLiveIsCertain(
                    command.key(), at, seconds -> expected.accepts().test(new Reply.IntegerReply(seconds)));
        }
        return lifetimes.isAlive(command.key(), at);
    }

    /** A reply that no step speaks of must at least be one. */
    void requireReply(Client client, Answer answer) {
        if (answer.ending() != Ending.ANSWERED) {
            deviate(client, "a reply", null, answer.bytes(), answer.ending());
        }
    }

    /** Requires that nothing comes after what was just received. */
    void requireNothingMore(Client client, byte[] justReceived, byte[] expectedBytes, String expected) {
        var more = client.watch(A_MOMENT);
        if (more.bytes().length > 0) {
            deviate(
                    client,
                    expected + ", and nothing after it",
                    expectedBytes,
                    concat(justReceived, more.bytes()),
                    Ending.ANSWERED);
        }
    }

    void deviate(Client client, String expected, byte[] expectedBytes, byte[] received, Ending ending) {
        throw new Deviation(new Evidence(client.lastSent(), expected, expectedBytes, received, ending));
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
