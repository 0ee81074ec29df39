package miniredis.spec.steps;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import miniredis.spec.exploration.Conversation;
import miniredis.spec.exploration.Conversations;
import miniredis.spec.exploration.Player;
import miniredis.spec.exploration.Preparation;
import miniredis.spec.exploration.Topic;
import miniredis.spec.exploration.WrongReply;
import miniredis.spec.verdict.Evidence;

/**
 * Plays random conversations against a server, judged by the model of the commands.
 *
 * @param topic what they are about
 * @param style what they may hold; where it is exact, errors and rounded times have to be equal to those of Redis
 */
public record ConversationPlay(Topic topic, Conversations.Style style) {
    private static final int EXPIRY = 4;
    private static final int COMMANDS_OF_A_CONVERSATION = 100;

    /** So that a server that takes milliseconds for each reply is not busy for minutes. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** By how many milliseconds the server's clock may be coarser than this one. */
    private static final long SLACK = 20;

    /**
     * A conversation in which a reply came that the rules do not allow.
     *
     * @param conversation up to that reply
     * @param evidence what was sent, expected and received there
     */
    public record Failed(ConversationPlay play, Conversation conversation, WrongReply wrong, Evidence evidence) {}

    /** Plays new conversations until so many commands were sent, the time is over, or one of them fails. */
    public Optional<Failed> search(ScenarioContext context, int commands) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_NANOS;
        int left = commands;
        for (long i = 0; left > 0 && System.nanoTime() < until; i++) {
            int size = Math.min(left, COMMANDS_OF_A_CONVERSATION);
            context.count(size);
            var conversation = Conversations.random(topic, context.seed() * 1_000_003 + i, size, style);
            var failed = play(context, conversation, until);
            if (failed.isPresent()) {
                return failed;
            }
            left -= size;
        }
        return Optional.empty();
    }

    /** Plays a conversation with fresh keys. */
    public Optional<Failed> play(ScenarioContext context, Conversation conversation) throws InterruptedException {
        return play(context, conversation, System.nanoTime() + LONGEST_NANOS);
    }

    private Optional<Failed> play(ScenarioContext context, Conversation conversation, long until)
            throws InterruptedException {
        var server = new ExploredServer(context);
        var wrong = play(server, conversation, context.isAlone(), until);
        var evidence = wrong.map(found -> WrongReplyEvidence.of(found, server.last(), style.exact()));
        if (context.oracle().isPresent() && System.nanoTime() < until) {
            var oracle = new ExploredServer(context, context.oracle().get());
            var there = play(oracle, conversation, context.isAlone(), Long.MAX_VALUE);
            if (wrong.isPresent() ? there.filter(wrong.get()::isLike).isPresent() : there.isEmpty()) {
                return Optional.empty();
            }
            evidence = evidence.or(
                    () -> there.map(found -> WrongReplyEvidence.ofOracle(found, oracle.last(), style.exact())));
            wrong = wrong.or(() -> there);
        }
        if (wrong.isPresent()) {
            context.keep(server.recordings());
        }
        return wrong.isEmpty() || evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failed(this, shownUntil(conversation, wrong.get()), wrong.get(), evidence.get()));
    }

    private Optional<WrongReply> play(ExploredServer server, Conversation conversation, boolean carefully, long until)
            throws InterruptedException {
        return new Player(server, style.exact(), SLACK)
                .play(conversation, Keys.newOwner(), preparation(), carefully, until);
    }

    /** Where preparing a shared key already failed, only the preparation. */
    private Conversation shownUntil(Conversation conversation, WrongReply wrong) {
        return wrong.step() < 0
                ? new Conversation(preparation().steps(conversation))
                : conversation.until(wrong.step());
    }

    private Preparation preparation() {
        return topic.step() < EXPIRY ? Preparation.HELD : Preparation.ENDED;
    }
}
