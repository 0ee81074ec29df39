package miniredis.proof.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;
import miniredis.proof.model.StartedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Servers with one race each, which nothing widens, are caught; a right one never is. How often a race shows depends on how busy
 * the machine is, so here a race has several runs to show itself. {@code mvn verify -Pproof -Dit.test=RacesAreCaught
 * -Draces.runs=10} counts in how many of ten runs it does.
 */
class RacesAreCaught {
    private static final int SIZE = 40;
    private static final int MOST_RUNS = 30;
    private static final int RUNS = Integer.getInteger("races.runs", 0);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aRaceShows(RacyServer.Race race) throws Exception {
        int caught = 0;
        int runs = 0;
        while (runs < Math.max(RUNS, MOST_RUNS) && (RUNS > 0 ? runs < RUNS : caught == 0)) {
            runs++;
            try (var server = new RacyServer(race)) {
                var found = contradiction(new SocketTarget(server.port()), "own");
                caught += found.isPresent() ? 1 : 0;
                found.ifPresent(contradiction -> System.out.printf("%s%n%s%n%n", race, contradiction.picture()));
            }
        }
        System.out.printf("%s: caught in %d of %d runs%n", race, caught, runs);
        assertThat(caught).isPositive();
    }

    @Test
    void aServerWithoutARaceIsNeverBlamed() throws Exception {
        try (var server = new RacyServer(RacyServer.Race.NONE)) {
            for (int run = 0; run < 3; run++) {
                assertThat(contradiction(new SocketTarget(server.port()), "own" + run + "x"))
                        .map(Contradiction::picture)
                        .isEmpty();
            }
        }
    }

    @Test
    void redisIsNeverBlamed() throws Exception {
        var redis = StartedServer.redis();
        assumeTrue(redis.isPresent(), "redis-server is not installed");
        try (var server = redis.get()) {
            for (int run = 0; run < 3; run++) {
                assertThat(contradiction(new SocketTarget(server.port()), "own" + run + "x"))
                        .map(Contradiction::picture)
                        .isEmpty();
            }
        }
    }

    private static Optional<Contradiction> contradiction(Target target, String own) throws Exception {
        var history = RaceDriver.play(target, Duration.ofSeconds(10), Races.all(own, true, SIZE));
        return Contradiction.in(history, true, 20);
    }
}
