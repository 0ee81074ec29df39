package miniredis.spec.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakResultTest {
    private static SoakResult result(double... megabytes) {
        var samples = IntStream.range(0, megabytes.length)
                .mapToObj(second -> new SoakResult.Sample(second, megabytes[second], 10))
                .toList();
        return new SoakResult(megabytes.length, 1, 1, List.of(), samples);
    }

    @Test
    void memoryThatGrowsAtFirstAndThenStaysIsLevel() {
        assertThat(result(10, 50, 90, 100, 95, 102, 99, 101).isGood()).isTrue();
    }

    @Test
    void memoryThatStillGrowsInTheEndIsNot() {
        assertThat(result(10, 20, 40, 60, 80, 100, 120, 140).isMemoryLevel()).isFalse();
    }

    @Test
    void filesThatStayOpenAreNoticed() {
        var samples = List.of(new SoakResult.Sample(0, 10, 10), new SoakResult.Sample(1, 10, 60));
        assertThat(new SoakResult(1, 1, 1, List.of(), samples).areFilesGivenBack())
                .isFalse();
    }

    @Test
    void whereNothingIsKnownNothingIsWrong() {
        assertThat(result(Double.NaN, Double.NaN, Double.NaN, Double.NaN).isGood())
                .isTrue();
    }
}
