package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import miniredis.proof.mutants.MutantRun;
import miniredis.proof.mutants.Subject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small changes of a reference server, made by a program. The specification catches each of them, or a list says why not.
 * docs/power.md says more. Takes a minute for every twenty, so it runs with {@code mvn verify -Pproof -Dit.test=Mutants} only.
 *
 * <p>{@code -Dproof.server=impl-nio} takes the other server. {@code -Dproof.mutants=200} takes so many of its mutants, always
 * the same ones, or {@code all}. {@code -Dproof.shard=2/8} takes the second of eight parts of them. {@code -Dproof.at-a-time=1}
 * judges one after another. What is known from an earlier run is in {@code spec-proof/target/proof/mutants}.
 */
class Mutants {
    @TestFactory
    Stream<DynamicTest> everyMutantIsKilledOrListed() throws Exception {
        var subject = Subject.called(System.getProperty("proof.server", "impl-blocking"));
        var run = new MutantRun(subject, Integer.getInteger("proof.at-a-time", 2));

        var surprises = run.judge(System.getProperty("proof.mutants", "60"), System.getProperty("proof.shard", "1/1"));

        return surprises.entrySet().stream()
                .map(surprise -> DynamicTest.dynamicTest(
                        surprise.getKey(),
                        () -> assertThat(surprise.getValue())
                                .as(surprise.getKey())
                                .isEmpty()));
    }
}
