package miniredis.proof.mutants;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Some of the mutants: spread over all classes, and the same ones each time, so that two runs can be compared. */
final class Sample {
    private Sample() {}

    /**
     * @param size a number, or {@code all}
     * @param shard which part of them, such as {@code 2/8}
     * @throws IllegalArgumentException when one of the two is not of that form
     */
    static List<Mutant> of(List<Mutant> mutants, String size, String shard) {
        var shuffled = mutants.stream()
                .sorted(Comparator.comparingInt(Sample::scattered).thenComparing(Mutant::key))
                .toList();
        int most = size.equals("all") ? shuffled.size() : Math.min(Integer.parseInt(size), shuffled.size());
        var part = shard.split("/");
        if (part.length != 2) {
            throw new IllegalArgumentException("A shard is written like 2/8, not " + shard);
        }
        int which = Integer.parseInt(part[0]);
        int parts = Integer.parseInt(part[1]);
        if (which < 1 || which > parts) {
            throw new IllegalArgumentException("There is no part %d of %d".formatted(which, parts));
        }
        return IntStream.range(0, most)
                .filter(i -> i % parts == which - 1)
                .mapToObj(shuffled::get)
                .toList();
    }

    /** Similar keys get very different numbers. */
    private static int scattered(Mutant mutant) {
        int hash = mutant.key().hashCode() * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
