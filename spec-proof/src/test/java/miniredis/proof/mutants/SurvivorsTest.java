package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorsTest {
    private final Mutant clock = mutant("Keyspace.get Math 1");
    private final Mutant log = mutant("Log.note VoidMethodCall 2");
    private final Mutant other = mutant("Keyspace.get Math 10");

    private Survivors survivors;

    @BeforeEach
    void list(@TempDir Path folder) throws IOException {
        survivors = Survivors.read(Files.writeString(folder.resolve("list.txt"), """
                # A comment.
                [not visible: what is printed]
                Log.*
                Gone.method Math 1

                [equivalent]
                Keyspace.get Math 1
                """));
    }

    private static Mutant mutant(String key) {
        return new Mutant(key, "", 0, "", new byte[0]);
    }

    @Test
    void aReasonHoldsForTheKeysBelowIt() {
        assertThat(survivors.reason(clock)).contains("equivalent");
        assertThat(survivors.reason(log)).contains("not visible: what is printed");
    }

    @Test
    void aKeyIsTheWholeKey() {
        assertThat(survivors.reason(other)).isEmpty();
    }

    @Test
    void aKeyWithoutAMutantIsStale() {
        assertThat(survivors.stale(List.of(clock, log, other))).containsExactly("Gone.method Math 1");
    }

    @Test
    void onlyAnUnlistedSurvivorIsAComplaint() {
        var score = new Score(
                Map.of(clock, Verdict.survived(""), log, Verdict.unreached(), other, Verdict.survived("")), survivors);

        assertThat(score.complaints().entrySet().stream()
                        .filter(complaint -> !complaint.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactly(other.key());
    }
}
