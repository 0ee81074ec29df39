package miniredis.proof.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;

/** Many mutants of one server, a few at the same time. Prints a line for each mutant. */
public final class MutantRun {
    private static final Path FOLDER = Path.of("spec-proof/target/proof/mutants");

    private final Subject subject;
    private final int atATime;
    private final Path folder;
    private final WarmRunners runners = new WarmRunners();
    private final AtomicInteger done = new AtomicInteger();

    public MutantRun(Subject subject, int atATime) {
        this.subject = subject;
        this.atATime = atATime;
        this.folder = FOLDER.resolve(subject.module());
    }

    /**
     * What is wrong with each of them, in words: empty if it is killed, or if it survives and is listed.
     *
     * @param size how many, or {@code all}
     * @param shard which part of those
     */
    public Map<String, String> judge(String size, String shard) throws Exception {
        var survivors = Survivors.of(subject);
        var results = new Results(folder.resolve("results.tsv"), checksumOfFeatures());
        var mutants = subject.mutants();
        var chosen = Sample.of(mutants, size, shard);
        var waves = new Waves(reach());
        var threads = Executors.newFixedThreadPool(atATime);
        try {
            var trials = new ArrayList<Callable<Verdict>>();
            for (var mutant : chosen) {
                trials.add(() -> results.of(mutant).orElseGet(() -> judge(mutant, waves, results, chosen.size())));
            }
            var verdicts = new LinkedHashMap<Mutant, Verdict>();
            var running = threads.invokeAll(trials);
            for (int i = 0; i < chosen.size(); i++) {
                verdicts.put(chosen.get(i), running.get(i).get());
            }
            var score = new Score(verdicts, survivors);
            score.print(subject);
            var complaints = score.complaints();
            complaints.put("the list of survivors", String.join("\n", survivors.stale(mutants)));
            return complaints;
        } finally {
            threads.shutdownNow();
        }
    }

    private Verdict judge(Mutant mutant, Waves waves, Results results, int all) {
        long began = System.nanoTime();
        var against = waves.against(mutant, results.killersNear(mutant));
        var verdict = against.isEmpty() ? Verdict.unreached() : verdictOn(mutant, against);
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        results.add(mutant, verdict, milliseconds);
        System.out.printf(
                "%d of %d, %.1f s: %s, %s %s %s%n",
                done.incrementAndGet(), all, milliseconds / 1e3, mutant, verdict.kind(), verdict.by(), verdict.note());
        return verdict;
    }

    private Verdict verdictOn(Mutant mutant, List<Set<SpecScenario>> against) {
        var place = folder.resolve("running").resolve(mutant.checksum());
        var server = new RemovableServer(subject.with(mutant, place.resolve("classes")));
        return new MutantTrial(server, place, runners).judge(against);
    }

    /** Measured once for a jar and the features. */
    private Reach reach() throws Exception {
        var file = folder.resolve("reach-%s-%s.txt".formatted(checksumOf(subject.jar()), checksumOfFeatures()));
        if (!Files.exists(file)) {
            System.out.println("Which scenario reaches which line of %s? ...".formatted(subject.module()));
            new ReachRun(subject, folder.resolve("reach"), runners).measure().write(file);
        }
        return Reach.read(file);
    }

    private static String checksumOf(Path file) throws IOException {
        return checksum(List.of(Files.readAllBytes(file)));
    }

    private static String checksumOfFeatures() {
        return checksum(Specification.load()
                .scenarios()
                .map(SpecScenario::text)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private static String checksum(List<byte[]> parts) {
        var sum = new CRC32();
        parts.forEach(sum::update);
        return Long.toHexString(sum.getValue());
    }
}
