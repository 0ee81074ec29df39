package miniredis.spec.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import miniredis.spec.exploration.Conversations.Style;
import miniredis.spec.model.MemoryServer;
import miniredis.spec.model.ModelMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Servers that are correct but for one mistake are found out, always by the same few commands. */
class ShrinkerTest {
    private static final int COMMANDS_OF_A_CONVERSATION = 100;
    private static final int CONVERSATIONS_OF_A_TOPIC = 30;

    private static final Style EXACT = new Style(true, false);

    /** Every third conversation is about keys with special names, where it can be. */
    private static Style style(Topic topic, int i) {
        return new Style(true, i % 3 == 2 && topic != Topic.PUBSUB && topic != Topic.PROTOCOL);
    }

    private record Found(Conversation conversation, WrongReply wrong, long commands) {}

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aMistakeIsFoundAndShownByAtMostFiveSteps(ModelMistake mistake) throws InterruptedException {
        var found = search(mistake, 1).orElseThrow();
        var shortest = shortest(mistake, found);
        System.out.printf(
                "%s: found after %,d commands%n%s%n%n",
                mistake, found.commands(), shortest.shown().indent(4));
        assertThat(found.commands()).isLessThan(10_000);
        assertThat(shortest.commands()).isLessThanOrEqualTo(mistake == ModelMistake.EXEC_WAKES_NO_WATCHER ? 6 : 5);
        assertThat(shortest(mistake, found)).as("once more").isEqualTo(shortest);
        assertThat(play(mistake, shortest)).as("played once more").isPresent();
        assertThat(play(ModelMistake.NONE, shortest)).as("by a right server").isEmpty();
    }

    @Test
    void aServerWithoutAMistakeIsNeverBlamed() throws InterruptedException {
        assertThat(search(ModelMistake.NONE, 100)).isEmpty();
    }

    @Test
    void oneSeedAlwaysMakesTheSameConversation() {
        var first = Conversations.random(Topic.TRANSACTIONS, 7, 200, EXACT);
        assertThat(Conversations.random(Topic.TRANSACTIONS, 7, 200, EXACT)).isEqualTo(first);
        assertThat(Conversations.random(Topic.TRANSACTIONS, 8, 200, EXACT)).isNotEqualTo(first);
    }

    private static Optional<Found> search(ModelMistake mistake, long seed) throws InterruptedException {
        long commands = 0;
        for (int i = 0; i < CONVERSATIONS_OF_A_TOPIC; i++) {
            for (var topic : Topic.values()) {
                var conversation = Conversations.random(topic, seed + i, COMMANDS_OF_A_CONVERSATION, style(topic, i));
                var wrong = play(mistake, conversation);
                if (wrong.isPresent()) {
                    return Optional.of(new Found(
                            conversation, wrong.get(), commands + wrong.get().step()));
                }
                commands += conversation.commands();
            }
        }
        return Optional.empty();
    }

    private static Conversation shortest(ModelMistake mistake, Found found) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        return Shrinker.shortest(
                candidate -> play(mistake, candidate), found.conversation(), found.wrong(), 3000, until);
    }

    private static Optional<WrongReply> play(ModelMistake mistake, Conversation conversation)
            throws InterruptedException {
        var player = new Player(new MemoryServer(mistake), true, 0);
        return player.play(conversation, "own", Preparation.FRESH_SERVER, false, Long.MAX_VALUE);
    }
}
