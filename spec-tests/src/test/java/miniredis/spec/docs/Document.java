package miniredis.spec.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Markdown file.
 *
 * @param path from the folder of the repository
 */
record Document(Path path, List<String> lines) {
    static final Path REPOSITORY = repository();

    /**
     * What stands between two lines of three backticks.
     *
     * @param before the line above it, which may say where it is quoted from
     */
    record Block(int line, String language, String before, List<String> content) {}

    /** All documents, those of the folder {@code docs} and below. */
    static List<Document> all() throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("docs"))) {
            var documents = new ArrayList<Document>();
            for (var file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                documents.add(new Document(REPOSITORY.relativize(file), Files.readAllLines(file)));
            }
            return documents;
        }
    }

    List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("```")) {
                int end = at + 1;
                while (!lines.get(end).startsWith("```")) {
                    end++;
                }
                blocks.add(new Block(
                        at + 1,
                        lines.get(at).substring(3),
                        at == 0 ? "" : lines.get(at - 1),
                        lines.subList(at + 1, end)));
                at = end;
            }
        }
        return blocks;
    }

    /** The lines outside of blocks. */
    List<String> prose() {
        var prose = new ArrayList<String>();
        boolean inside = false;
        for (var line : lines) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (!inside) {
                prose.add(line);
            }
        }
        return prose;
    }

    /** Where this is: {@code docs/README.md:12}. */
    String at(int line) {
        return path + ":" + line;
    }

    /** Maven starts unit tests in the folder of the module, and integration tests above it. */
    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("features")) ? here : here.getParent();
    }
}
