package miniredis.proof.mutants;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many mutants were noticed, and which survivors are unexpected: those that no list names. */
record Score(Map<Mutant, Verdict> verdicts, Survivors survivors) {
    /** What is wrong with each mutant, in words; empty where nothing is. */
    Map<String, String> complaints() {
        var complaints = new LinkedHashMap<String, String>();
        verdicts.forEach((mutant, verdict) -> {
            boolean isFine = verdict.isKilled() || survivors.reason(mutant).isPresent();
            complaints.put(mutant.key(), isFine ? "" : "%s, %s %s".formatted(mutant, verdict.kind(), verdict.note()));
        });
        return complaints;
    }

    void print(Subject subject) {
        System.out.printf(
                "%s: %d mutants, %d killed, %d survived, %d reached by no scenario, %d of those two listed%n",
                subject.module(),
                verdicts.size(),
                count(Verdict.Kind.KILLED),
                count(Verdict.Kind.SURVIVED),
                count(Verdict.Kind.UNREACHED),
                verdicts.entrySet().stream()
                        .filter(entry -> !entry.getValue().isKilled()
                                && survivors.reason(entry.getKey()).isPresent())
                        .count());
        verdicts.forEach((mutant, verdict) -> {
            if (verdict.isKilled() && survivors.isNamed(mutant)) {
                System.out.printf("listed as a survivor, and killed by %s: %s%n", verdict.by(), mutant);
            }
        });
    }

    private long count(Verdict.Kind kind) {
        return verdicts.values().stream()
                .filter(verdict -> verdict.kind() == kind)
                .count();
    }
}
