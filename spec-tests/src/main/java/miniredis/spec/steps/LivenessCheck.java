package miniredis.spec.steps;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Shows that something did <em>not</em> happen. That nothing came is judged only after the server has answered a later request.
 * That a connection was closed counts only if the server still runs.
 */
final class LivenessCheck {
    private static final int A_FEW_ANSWERS = 100;
    private static final Expected.Pong PONG = new Expected.Pong();

    private final Judge judge;
    private final Supplier<Optional<String>> death;
    private final Function<String, Client> newClient;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    /** Whether the last PING got no answer, from a server that worked all the time. */
    private boolean isAtWork;

    /** @param death how the server ended, if it did */
    LivenessCheck(Judge judge, Supplier<Optional<String>> death, Function<String, Client> newClient) {
        this.judge = judge;
        this.death = death;
        this.newClient = newClient;
    }

    /** Requires that nothing comes after what was received before, and that the connection stays open. */
    void requireNothing(Client client, byte[] before, Expected expected) {
        if (client.canSendCommands()) {
            requireNothingBeforeAnAnswer(client, before, expected);
            return;
        }
        judge.requireNothingMore(client, expected);
        boolean served = isNewClientServed();
        judge.requireNothingMore(client, expected);
        // It may have been closed here, below, so that another client could be served.
        if (expected instanceof Expected.StaysOpen && client.recording().ending() != Ending.SILENT) {
            judge.fail(client, expected, Actual.of(client.recording().ending(), new byte[0]));
        }
        if (!served) {
            // Perhaps it serves one client after another. Then the next one has its turn now.
            client.close();
            if (!isNewClientServed()) {
                judge.fail(client, new Expected.StillServing(), whatHappened(new byte[0]));
            }
        }
    }

    /** On one connection, unrequested bytes come before the answer to the next request. */
    private void requireNothingBeforeAnAnswer(Client client, byte[] before, Expected expected) {
        judge.requireNothingMore(client, expected);
        var answer = client.command("PING");
        if (answer.ending() != Ending.ANSWERED) {
            judge.fail(client, PONG, Actual.of(answer.ending(), Bytes.concat(before, answer.bytes())));
        }
        if (before.length > 0 || !isAnswerToPing(client, answer, expected)) {
            throw new Mismatch(Evidence.ofSurplus(
                    client.lastSent(),
                    expected,
                    Bytes.concat(
                            before, answer.bytes(), client.watch(Judge.A_MOMENT).bytes())));
        }
        var more = client.watch(Judge.A_MOMENT).bytes();
        // An error may be a greeting, with the answer still to come. Two answers to one PING are tested by another
        // scenario.
        boolean isMoreThanAnAnswer = !PONG.accepts(answer.reading()) && more.length > 0 || more.length > A_FEW_ANSWERS;
        if (isMoreThanAnAnswer) {
            throw new Mismatch(Evidence.ofSurplus(client.lastSent(), expected, Bytes.concat(answer.bytes(), more)));
        }
    }

    /** A server that does not know PING sends something else, each time the same; a greeting comes once. */
    private boolean isAnswerToPing(Client client, Answer answer, Expected expected) {
        if (PONG.accepts(answer.reading()) || isAnswerToSubscriber(answer)) {
            return true;
        }
        if (!(answer.reading() instanceof Reading.Whole whole)) {
            return false;
        }
        var again = client.command("PING");
        if (again.ending() == Ending.ANSWERED) {
            return Arrays.equals(again.bytes(), answer.bytes());
        }
        if (whole.reply() instanceof Reply.ErrorReply) {
            requireNothingForWhoAsksNothing(expected);
            return true;
        }
        return false;
    }

    /**
     * An error and the end of the connection may be this server's answer to PING, or to any connection. A client that sends
     * nothing, while another sends PING, tells them apart.
     */
    private void requireNothingForWhoAsksNothing(Expected expected) {
        var name = "client that asks nothing";
        try (var silent = newClient.apply(name)) {
            recordings.put(name, silent.recording());
            silent.connect();
            isNewClientServed();
            judge.requireNothingMore(silent, expected);
        }
    }

    /** While a client is subscribed in RESP2, its PING is answered with an array. */
    private static boolean isAnswerToSubscriber(Answer answer) {
        return answer.reading() instanceof Reading.Whole whole
                && whole.reply() instanceof Reply.ArrayReply array
                && List.of(bulk("pong"), bulk("")).equals(array.items());
    }

    private static Reply bulk(String text) {
        return new Reply.BulkString(Bytes.of(text));
    }

    /** Requires that the server ends the connection and goes on serving others. */
    void requireClosed(Client client) {
        var rest = client.awaitEnd();
        if (!rest.ending().isByServer()) {
            judge.fail(client, new Expected.Closed(), Actual.of(rest.ending(), rest.bytes()));
        }
        if (!isNewClientServed()) {
            judge.fail(client, new Expected.Closed(), whatHappened(rest.bytes()));
        }
    }

    private Actual whatHappened(byte[] received) {
        return death.get()
                .<Actual>map(how -> new Actual.Died(received, how))
                .orElse(isAtWork ? new Actual.Slow(received) : new Actual.Hung(received));
    }

    private boolean isNewClientServed() {
        var name = "client that asks whether the server is there" + (recordings.isEmpty() ? "" : " (again)");
        try (var client = newClient.apply(name)) {
            recordings.put(name, client.recording());
            client.command("PING");
            isAtWork = client.recording().ending() == Ending.SLOW;
            return client.recording().receivedCount() > 0;
        }
    }

    Map<String, Recording> recordings() {
        return recordings;
    }
}
