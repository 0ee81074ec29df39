package miniredis.spec.steps;

import java.time.Duration;
import java.util.List;
import miniredis.spec.steps.TestClient.ReceivedReply;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Evidence.Position;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.verdict.TooLate;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import org.jspecify.annotations.Nullable;

/** Compares what came with what the scenario says, and fails the scenario with the evidence. */
final class Judge {
    /** Long enough for a surplus reply to arrive, short enough not to be noticed; scenarios wait side by side. */
    static final Duration A_MOMENT = Duration.ofMillis(30);

    private final Lifetimes lifetimes;

    Judge(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    /** Requires that the answer is the expected one. */
    void judge(Client client, ReceivedReply received, Expected.OneReply expected) {
        judge(client, received, expected, Position.ONLY);
    }

    /** Requires that the answers to one client are the expected ones, in this order. */
    void judgeInARow(Client client, List<ReceivedReply> received, List<? extends Expected.OneReply> expected) {
        for (int i = 0; i < received.size(); i++) {
            judge(client, received.get(i), expected.get(i), new Position(i + 1, expected.size()));
        }
    }

    /** Requires that the answer, one of several in a row, is the expected one. */
    void judge(Client client, ReceivedReply received, Expected.OneReply expected, Position position) {
        var answer = received.answer();
        if (expected.accepts(answer.reading())) {
            return;
        }
        if (lifetimes.mayHaveEndedTooEarly() || !certain(received.command(), expected, answer.at())) {
            throw new TooLate("The reply came too late to tell a right server from a wrong one.");
        }
        boolean whole = answer.ending() == Ending.ANSWERED;
        var all = whole ? Bytes.concat(answer.bytes(), client.watch(A_MOMENT).bytes()) : answer.bytes();
        throw new Mismatch(new Evidence(client.lastSent(), expected, Actual.of(answer.ending(), all)).at(position));
    }

    /** Whether at this time only the expected answer is correct, wherever the server's clock started to count. */
    private boolean certain(@Nullable Command command, Expected.OneReply expected, long at) {
        if (command == null) {
            return lifetimes.allAlive(at);
        }
        if (command.asksForTimeToLive()) {
            return lifetimes.timeToLiveIsCertain(
                    command.key(), at, seconds -> expected.accepts(new Reply.IntegerReply(seconds)));
        }
        return lifetimes.isAlive(command.key(), at);
    }

    /** A reply that no step mentions must at least be a whole reply. */
    void requireReply(Client client, Answer answer) {
        if (answer.ending() != Ending.ANSWERED) {
            fail(client, new Expected.AnyReply(), Actual.of(answer.ending(), answer.bytes()));
        }
    }

    /** Requires that nothing comes after what was just received. */
    void requireNothingMore(Client client, Expected expected) {
        requireNothingMore(client, expected, A_MOMENT);
    }

    void requireNothingMore(Client client, Expected expected, Duration within) {
        var more = client.watch(within);
        if (more.bytes().length > 0) {
            throw tooMuch(client, expected, more.bytes().length);
        }
    }

    /** More came than so many replies. */
    void failAsSurplus(Client client, byte[] replies, int count, byte[] more) {
        throw new Mismatch(Evidence.ofSurplus(
                client.lastSent(), new Expected.Replies(count), Bytes.concat(replies, more), replies.length));
    }

    /** With all that came before: alone, the surplus could look like a correct reply. */
    static Mismatch tooMuch(Client client, Expected expected, int count) {
        var all = client.recording().receivedFrom(0);
        return new Mismatch(Evidence.ofSurplus(client.lastSent(), expected, all, all.length - count));
    }

    void fail(Client client, Expected expected, Actual observed) {
        throw new Mismatch(new Evidence(client.lastSent(), expected, observed));
    }
}
