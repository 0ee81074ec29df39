package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every known mistake is caught by a scenario that is about it, and the failure names it if the bytes show it. {@link KillMatrix}
 * checks that nothing else is reported before it: it plays all scenarios against each mistake.
 *
 * <p>{@code -Dproof.write} regenerates docs/common-mistakes.
 */
class MistakesAreCaughtIT {
    private static final int AT_A_TIME = 8;

    @TestFactory
    Stream<DynamicTest> everyMistakeIsCaughtByTheScenariosAboutIt() throws Exception {
        var trials = Trial.ofNamed(KillMatrix.chosen(), AT_A_TIME, Path.of("spec-proof/target/proof/named"));
        if (System.getProperty("proof.write") != null) {
            MistakesPages.read().with(trials).write();
        }
        return trials.stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.mistake().title(),
                        () -> assertThat(trial.complaint())
                                .as(trial.mistake().title())
                                .isEmpty()));
    }
}
