package miniredis.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Words that are correct once and tire the reader when they come often: they name no actor, or must be read twice. See "Words" in
 * CONTRIBUTING.md. The ceiling may fall, but must not rise.
 */
class WordingTest {
    private static final int CEILING = 53;

    private static final Pattern HABIT = Pattern.compile(
            "\\b(?:nobody|whoever|somebody|everybody|whence|for ever|of (?:its|their) own|such a one|hung up on|hangs up on"
                    + "|(?:is|are) no (?!longer|more|less|later|earlier|way|need)|(?:is|are) none\\b|to be had|mends?|mended)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void habitsStayRare() throws IOException {
        var found = new ArrayList<String>();
        for (var file : prose()) {
            var lines = Files.readAllLines(Document.REPOSITORY.resolve(file));
            for (int at = 0; at < lines.size(); at++) {
                var habit = HABIT.matcher(lines.get(at));
                while (habit.find()) {
                    found.add("%s:%d  %s".formatted(file, at + 1, habit.group()));
                }
            }
        }
        assertThat(found).hasSizeLessThanOrEqualTo(CEILING);
    }

    /** What people read: documents, features, and the messages of console and page. */
    private static List<Path> prose() throws IOException {
        var files = Document.all().stream()
                .filter(document -> !document.isJapanese())
                .map(Document::path)
                .collect(Collectors.toCollection(ArrayList::new));
        try (var features = Files.walk(Document.REPOSITORY.resolve("features"))) {
            features.filter(file -> file.toString().endsWith(".feature"))
                    .map(Document.REPOSITORY::relativize)
                    .forEach(files::add);
        }
        files.add(Path.of("spec-tests/src/main/resources/messages.properties"));
        return files;
    }
}
