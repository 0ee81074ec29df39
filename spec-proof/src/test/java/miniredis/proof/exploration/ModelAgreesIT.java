package miniredis.proof.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import miniredis.proof.model.StartedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real Redis and both reference servers are asked thousands of random commands of each topic, and the model has to allow every
 * reply, to the letter. {@code -Dmodel.conversations=N} asks for longer, {@code -Dmodel.seed=N} asks for others.
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
            var player = new Player(new SocketTarget(server.port()), Duration.ofSeconds(10), true, 10);
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

    /** Conversations with keys of their own are played beside others, those with special keys in one lane. */
    private static Callable<String> lane(Player player, Topic topic, int lane) {
        return () -> {
            for (long seed = SEED; seed < SEED + CONVERSATIONS; seed++) {
                var conversation = Conversations.random(topic, seed, COMMANDS, true);
                boolean isAlone = !conversation.specialKeys().isEmpty();
                if (isAlone ? lane != 0 : seed % SIDE_BY_SIDE != lane) {
                    continue;
                }
                var own = "own%d%s".formatted(seed, topic);
                var found = player.play(conversation, own, Preparation.ENDED, false);
                if (found.isPresent()) {
                    return "seed %d, step %d: %s%n%s"
                            .formatted(seed, found.get().step(), found.get().shown(), steps(conversation, found.get()));
                }
            }
            return "";
        };
    }

    private static String steps(Conversation conversation, Mismatch found) {
        return new Conversation(List.copyOf(conversation
                        .steps()
                        .subList(0, Math.min(conversation.steps().size(), found.step() + 1))))
                .shown();
    }
}
