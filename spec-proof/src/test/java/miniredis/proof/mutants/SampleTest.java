package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private final List<Mutant> mutants = IntStream.range(0, 100)
            .mapToObj(i -> new Mutant("Class.method Math " + i, "Class", i, "", new byte[0]))
            .toList();

    @Test
    void theSameOnesAreChosenEachTime() {
        var otherOrder = new ArrayList<>(mutants);
        Collections.reverse(otherOrder);

        assertThat(Sample.of(mutants, "10", "1/1")).hasSize(10).isEqualTo(Sample.of(otherOrder, "10", "1/1"));
    }

    @Test
    void aLargerSampleHoldsTheSmallerOne() {
        assertThat(Sample.of(mutants, "30", "1/1")).containsAll(Sample.of(mutants, "10", "1/1"));
    }

    @Test
    void partsAreDisjointAndTogetherTheWhole() {
        var together = new ArrayList<Mutant>();
        for (int part = 1; part <= 7; part++) {
            together.addAll(Sample.of(mutants, "all", part + "/7"));
        }

        assertThat(together).containsExactlyInAnyOrderElementsOf(mutants);
    }

    @Test
    void aPartThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Sample.of(mutants, "all", "8/7")).hasMessage("There is no part 8 of 7");
        assertThatThrownBy(() -> Sample.of(mutants, "all", "8")).hasMessage("A shard is written like 2/8, not 8");
    }
}
