package miniredis.spec.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What tells folders apart: the part in which their paths differ. Reports of a class are in folders named after people. */
final class FolderNames {
    private FolderNames() {}

    /** A name for each, in order; those of {@code ada/target/spec} and {@code ben/target/spec} are ada and ben. */
    static List<String> of(List<Path> folders) {
        var parts = folders.stream().map(FolderNames::parts).toList();
        int same = sameAtTheEnd(parts);
        return parts.stream()
                .map(list -> list.isEmpty() ? "." : list.get(Math.max(0, list.size() - 1 - same)))
                .toList();
    }

    private static List<String> parts(Path folder) {
        var parts = new ArrayList<String>();
        folder.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
        return parts;
    }

    /** How many of the last parts all have in common; the first part of the shortest is left to tell it apart. */
    private static int sameAtTheEnd(List<List<String>> all) {
        int shortest = all.stream().mapToInt(List::size).min().orElse(0);
        return (int) IntStream.range(1, shortest)
                .takeWhile(fromEnd -> all.stream()
                                .map(list -> list.get(list.size() - fromEnd))
                                .distinct()
                                .count()
                        == 1)
                .count();
    }
}
