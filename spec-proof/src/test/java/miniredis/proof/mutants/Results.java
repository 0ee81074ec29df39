package miniredis.proof.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verdicts, stored as they come, so that a run that was interrupted continues where it was. A verdict of an earlier run is valid
 * while the mutated class is the same; the verdict of a survivor, while the features are the same, too.
 */
final class Results {
    private record Row(String key, String checksum, String features, Verdict verdict, long milliseconds) {
        static Row read(String line) {
            var cells = line.split("\t", -1);
            var verdict = new Verdict(Verdict.Kind.valueOf(cells[3]), cells[4], cells[5]);
            return new Row(cells[0], cells[1], cells[2], verdict, Long.parseLong(cells[6]));
        }

        String line() {
            var cells = List.of(
                    key,
                    checksum,
                    features,
                    verdict.kind().name(),
                    verdict.by(),
                    verdict.note(),
                    Long.toString(milliseconds));
            return String.join("\t", cells) + "\n";
        }
    }

    private final Path file;
    private final String features;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    /** @param features tells whether the features are the same as in an earlier run */
    Results(Path file, String features) {
        this.file = file;
        this.features = features;
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().map(Row::read).forEach(row -> rows.put(row.key(), row));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is known about it, if that is still valid. */
    Optional<Verdict> of(Mutant mutant) {
        return Optional.ofNullable(rows.get(mutant.key()))
                .filter(row -> row.checksum().equals(mutant.checksum()))
                .filter(row -> row.verdict().isKilled() || row.features().equals(features))
                .map(Row::verdict);
    }

    synchronized void add(Mutant mutant, Verdict verdict, long milliseconds) {
        var row = new Row(mutant.key(), mutant.checksum(), features, verdict, milliseconds);
        rows.put(mutant.key(), row);
        try {
            Files.writeString(file, row.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The scenarios that noticed another change of the same method. */
    Collection<String> killersNear(Mutant mutant) {
        var method = mutant.key().split(" ")[0];
        var ids = new LinkedHashSet<String>();
        rows.values().stream()
                .filter(row -> row.key().split(" ")[0].equals(method))
                .forEach(row -> ids.add(row.verdict().by()));
        return ids;
    }
}
