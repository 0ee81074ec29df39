package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final Verdict KILLED = Verdict.killed("SET-01", "the value is not stored");

    private final Mutant dead = mutant("Keyspace.set Math 1", 1);
    private final Mutant alive = mutant("Keyspace.set Math 2", 2);

    @TempDir
    private Path folder;

    @BeforeEach
    void aRunThatWasInterrupted() {
        var results = results("features");
        results.add(dead, KILLED, 10);
        results.add(alive, Verdict.survived(""), 20);
    }

    private Results results(String features) {
        return new Results(folder.resolve("results.tsv"), features);
    }

    private static Mutant mutant(String key, int change) {
        return new Mutant(key, "Keyspace", 1, "", new byte[] {(byte) change});
    }

    @Test
    void theNextRunKnowsWhatItFound() {
        assertThat(results("features").of(dead)).contains(KILLED);
        assertThat(results("features").of(alive)).contains(Verdict.survived(""));
    }

    @Test
    void survivorsAreTriedAgainWhenTheFeaturesChange() {
        assertThat(results("more features").of(dead)).contains(KILLED);
        assertThat(results("more features").of(alive)).isEmpty();
    }

    @Test
    void aClassThatChangedIsTriedAgain() {
        assertThat(results("features").of(mutant(dead.key(), 3))).isEmpty();
    }

    @Test
    void theLastVerdictCounts() {
        results("more features").add(alive, KILLED, 30);

        assertThat(results("more features").of(alive)).contains(KILLED);
    }

    @Test
    void whatKilledAnotherChangeOfTheMethodIsKnown() {
        assertThat(results("features").killersNear(alive)).contains("SET-01");
    }
}
