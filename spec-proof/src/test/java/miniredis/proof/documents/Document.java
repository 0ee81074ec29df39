package miniredis.proof.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A Markdown file.
 *
 * @param path from the folder of the repository
 */
record Document(Path path, List<String> lines) {
    static final Path REPOSITORY = repository();
    private static final Set<String> GENERATED =
            Set.of("target", "node_modules", "mini-redis-report", "mini-redis-comparison", "mini-redis-bench");

    /**
     * The lines between two lines of three backticks.
     *
     * @param before the line above it, which may say where it is quoted from
     */
    record Block(int line, String language, String before, List<String> content) {}

    /** All documents of the repository, in all folders. */
    static List<Document> all() throws IOException {
        var documents = new ArrayList<Document>();
        Files.walkFileTree(REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName().toString();
                return name.startsWith(".") || GENERATED.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".md")) {
                    documents.add(read(REPOSITORY.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        documents.sort(Comparator.comparing(Document::path));
        return documents;
    }

    /** @param path from the folder of the repository */
    static Document read(Path path) throws IOException {
        return new Document(path, Files.readAllLines(REPOSITORY.resolve(path)));
    }

    /** Whether it is written in Japanese. */
    boolean isJapanese() {
        return path.startsWith(Path.of("docs/ja"));
    }

    List<Block> blocks(String... languages) {
        return blocks().stream()
                .filter(block -> List.of(languages).contains(block.language()))
                .toList();
    }

    List<Block> blocks() {
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
