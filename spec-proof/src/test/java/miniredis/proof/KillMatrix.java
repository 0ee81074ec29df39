package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import miniredis.proof.mistakes.Mistake;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every known mistake is caught, by a scenario that is about it, and the first failure that is reported explains it. Takes
 * minutes, so it runs with {@code mvn verify -Pproof} only.
 *
 * <p>{@code -Dproof.mistakes=values-trimmed,greets} tries only these.
 */
class KillMatrix {
    private static final int AT_A_TIME = 4;

    @TestFactory
    Stream<DynamicTest> everyMistakeIsCaught() throws Exception {
        var trials = Trial.ofAll(chosen(), AT_A_TIME, Path.of("spec-proof/target/proof"));
        return trials.stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.mistake().title(),
                        () -> assertThat(trial.complaint())
                                .as(trial.mistake().title())
                                .isEmpty()));
    }

    /** The mistakes that {@code proof.mistakes} names, or those of the step it names. Without it, all of them. */
    static List<Mistake> chosen() {
        String names = System.getProperty("proof.mistakes");
        if (names == null) {
            return Mistake.all();
        }
        var wanted = Arrays.asList(names.split(","));
        return Mistake.all().stream()
                .filter(mistake -> wanted.contains(mistake.title())
                        || wanted.contains("step" + mistake.entry().step()))
                .toList();
    }
}
