package miniredis.spec.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.specification.Specification;

/** Writes the book: {@code index.html}, one file that needs neither a network nor JavaScript. */
public final class Book {
    private Book() {}

    /**
     * Returns the file.
     *
     * @param results the report folder of a run, whose verdicts stand beside the scenarios
     * @throws IOException when the folder can't be written, or holds no results
     */
    public static Path write(Path folder, Optional<Path> results) throws IOException {
        var verdicts = results.isEmpty()
                ? Optional.<ResultsJson.Results>empty()
                : Optional.of(ResultsJson.read(results.get().resolve("results.json")));
        Files.createDirectories(folder);
        var file = folder.resolve("index.html");
        Files.writeString(file, new BookPage(Specification.load(), verdicts).html(resource("book.css")));
        return file;
    }

    private static String resource(String name) {
        try (var in = Book.class.getResourceAsStream("/book/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
