package miniredis.spec.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import org.jspecify.annotations.Nullable;

/** A client of the scenario, and the replies it got that no step has judged yet. */
final class TestClient {
    private final Client client;
    private final Judge judge;
    private final List<ReceivedReply> unjudged = new ArrayList<>();
    private boolean repliesLeftUnread;
    private boolean heardMoreThanReplies;
    private boolean askedAside;

    /** @param command what the answer is to; null for bytes that are not a single command */
    record ReceivedReply(@Nullable Command command, Answer answer) {}

    TestClient(Client client, Judge judge) {
        this.client = client;
        this.judge = judge;
    }

    Client client() {
        return client;
    }

    /** Sends commands together and waits for all replies. */
    void send(List<Command> commands, Keys keys, Lifetimes lifetimes) {
        heardMoreThanReplies |= !unjudged.isEmpty() && client.hasMore();
        long requested = System.nanoTime();
        var answers = client.commands(
                commands.stream().map(command -> command.onTheWire(keys)).toList());
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).noteLifetime(lifetimes, answers.get(i), requested);
            unjudged.add(new ReceivedReply(commands.get(i), answers.get(i)));
        }
    }

    /** Sends bytes as they are; their replies are read when a step judges them. */
    void sendBytes(List<byte[]> pieces, Duration pause) {
        client.sendPieces(pieces, pause);
        repliesLeftUnread = true;
    }

    /** Sends whole requests, whose replies are judged next. */
    void sendBytesForReplies(byte[] requests) {
        client.sendRequests(requests);
    }

    /** Requires that the next reply on the connection is this one. */
    void judgeNext(Expected.OneReply expected) {
        judge.judge(client, next(), expected);
    }

    /** Whether more had come than the replies to the requests so far, when the next one was sent. */
    boolean heardMoreThanReplies() {
        return heardMoreThanReplies;
    }

    /** Whether bytes were sent whose replies no step has judged yet. */
    boolean hasRepliesLeftUnread() {
        return repliesLeftUnread;
    }

    /** The runner has sent its own request on this connection; what that leads to is not the scenario's fault. */
    void hasBeenAskedAside() {
        askedAside = true;
    }

    boolean wasAskedAside() {
        return askedAside;
    }

    /** The client, for a step that judges what comes from it. */
    Client judgedByStep() {
        repliesLeftUnread = false;
        return client;
    }

    /** Requires that the reply is the expected one: the last reply to a command, or the next one on the connection. */
    void judgeReply(Expected.OneReply expected) {
        repliesLeftUnread = false;
        var received = unjudged.isEmpty() ? next() : unjudged.remove(unjudged.size() - 1);
        requireReplies();
        judge.judge(client, received, expected);
    }

    /** A reply that no step mentions must at least be there. */
    void requireReplies() {
        unjudged.forEach(received -> judge.requireReply(client, received.answer()));
        unjudged.clear();
    }

    /** The next {@code count} replies, in order. */
    List<ReceivedReply> takeReplies(int count) {
        repliesLeftUnread = false;
        var replies = new ArrayList<>(unjudged);
        unjudged.clear();
        while (replies.size() < count) {
            var received = next();
            replies.add(received);
            if (received.answer().ending() != Ending.ANSWERED) {
                break;
            }
        }
        return replies;
    }

    private ReceivedReply next() {
        return new ReceivedReply(null, client.awaitReply());
    }

    /** The bytes of the whole replies that commands have read and no step has judged; others are still on the connection. */
    byte[] takeBytes() {
        repliesLeftUnread = false;
        var bytes = Bytes.concat(unjudged.stream()
                .map(ReceivedReply::answer)
                .filter(answer -> answer.ending() == Ending.ANSWERED)
                .map(Answer::bytes)
                .toList());
        unjudged.clear();
        return bytes;
    }
}
