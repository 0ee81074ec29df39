package miniredis.proof.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import miniredis.spec.exploration.Conversations;
import miniredis.spec.exploration.Conversations.Style;
import miniredis.spec.exploration.Player;
import miniredis.spec.exploration.Preparation;
import miniredis.spec.exploration.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real Redis and both reference servers get thousands of random commands of each topic, and the model has to allow every reply,
 * to the letter. {@code -Dmodel.conversations=N} sends more of them, {@code -Dmodel.seed=N} sends others.
 */
class ModelAgreesIT {
    private static final int SIDE_BY_SIDE = 8;
    private static final int COMMANDS = 100;
    private static final int CONVERSATIONS = Integer.getInteger("model.conversations", 40);
    private static final long SEED = Long.getLong("model.seed", 1);

    @ParameterizedTest
    @EnumSource
    void realRedisDoesWhatTheModelAllows(Topic topic) throws Exception {
        var redis = StartedServer.redis();
        assumeTrue(redis.isPresent(), "redis-server is not installed");
        try (var server = redis.get()) {
            assertAgrees(topic, server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void implBlockingDoesToo(Topic topic) throws Exception {
        try (var server = StartedServer.ofModule("impl-blocking")) {
            assertAgrees(topic, server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void implNioDoesToo(Topic topic) throws Exception {
        try (var server = StartedServer.ofModule("impl-nio")) {
            assertAgrees(topic, server);
        }
    }

    private static void assertAgrees(Topic topic, StartedServer server) throws Exception {
        var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            var player = new Player(new SocketTarget(server.port()), true, 10);
            var plays = new ArrayList<Future<String>>();
            for (int lane = 0; lane < SIDE_BY_SIDE; lane++) {
                plays.add(threads.submit(lane(player, topic, lane)));
            }
            for (var play : plays) {
                assertThat(play.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Conversations with separate keys are played side by side, those with special keys in one lane. */
    private static Callable<String> lane(Player player, Topic topic, int lane) {
        return () -> {
            for (long seed = SEED; seed < SEED + CONVERSATIONS; seed++) {
                var conversation = Conversations.random(topic, seed, COMMANDS, style(topic, seed));
                boolean isAlone = !conversation.specialKeys().isEmpty();
                if (isAlone ? lane != 0 : seed % SIDE_BY_SIDE != lane) {
                    continue;
                }
                var own = "own%d%s".formatted(seed, topic);
                var found = player.play(conversation, own, Preparation.ENDED, false, Long.MAX_VALUE);
                if (found.isPresent()) {
                    return "seed %d: %s%n%s"
                            .formatted(
                                    seed,
                                    found.get(),
                                    conversation.until(found.get().step()).shown());
                }
            }
            return "";
        };
    }

    /** Every third conversation is about keys with special names, if the topic allows it. */
    private static Style style(Topic topic, long seed) {
        return new Style(true, seed % 3 == 0 && topic != Topic.PUBSUB && topic != Topic.PROTOCOL);
    }
}
