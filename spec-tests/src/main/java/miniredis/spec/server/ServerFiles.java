package miniredis.spec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files in the folder where a server is started. Some servers write there (a snapshot, an append-only file), read it when they
 * start again, and may not survive that.
 */
final class ServerFiles {
    private static final int DEPTH = 3;
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES_COPIED = 500_000_000;

    private final Path directory;
    private final Map<Path, String> before;

    private ServerFiles(Path directory, Map<Path, String> before) {
        this.directory = directory;
        this.before = before;
    }

    /** Remembers what is there now. */
    static ServerFiles in(Path directory) {
        return new ServerFiles(directory, look(directory));
    }

    /**
     * The files that have appeared or changed since; at most a handful of them is of use.
     *
     * @param report the folder for what the run itself leaves behind, whose files don't count
     */
    List<Path> appeared(Path report) {
        var now = look(directory);
        var own = directory.toAbsolutePath().relativize(report.toAbsolutePath()).normalize();
        return now.entrySet().stream()
                .filter(file -> !file.getKey().startsWith(own))
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By path, how large and when changed. Hidden folders (a repository, caches) are not looked into. */
    private static Map<Path, String> look(Path directory) {
        var files = new TreeMap<Path, String>();
        try {
            Files.walkFileTree(directory, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isHidden(directory, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.put(directory.relativize(file), attributes.size() + " " + attributes.lastModifiedTime());
                    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // Then nothing is known of its files.
        }
        return files;
    }

    /**
     * A new folder with the same files, hidden ones left out.
     *
     * @throws IOException when that is not possible, or too much to copy for every start
     */
    static Path freshCopyOf(Path directory) throws IOException {
        var copy = Files.createTempDirectory("mini-redis-spec-");
        var total = new long[1];
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isHidden(directory, folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(directory.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                total[0] += attributes.size();
                if (total[0] > MOST_BYTES_COPIED) {
                    throw new IOException(
                            "%s has more than 500 MB in it; start the server in a smaller folder".formatted(directory));
                }
                Files.copy(
                        file,
                        copy.resolve(directory.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }

    private static boolean isHidden(Path root, Path folder) {
        return !folder.equals(root) && folder.getFileName().toString().startsWith(".");
    }

    /** Removes such a copy; what can't be removed stays. */
    static void remove(Path copy) {
        try (var files = Files.walk(copy)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException inUse) {
                    throw new UncheckedIOException(inUse);
                }
            });
        } catch (IOException | UncheckedIOException leftBehind) {
            // It is in the system's folder for such things, and goes with the others there.
        }
    }
}
