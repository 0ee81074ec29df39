package miniredis.spec.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Notices saved files by looking at the folder again and again. That works the same on every system, over a network and in a
 * container, and with every editor; the system's own notifications do not.
 */
final class FolderWatch {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** A folder with very many files is looked at less often, so that at most so much of a core is used. */
    private static final int REST = 10;

    private final Path folder;
    private final Sources sources;
    private final Supplier<Sources.Moment> moment;
    private final Runnable onSave;
    private Map<Path, Seen> seen;

    private record Seen(FileTime time, long size) {}

    /**
     * @param moment what is going on; it is asked before each look
     * @param onSave is told when files were saved, and no more are being saved
     */
    FolderWatch(Path folder, Sources sources, Supplier<Sources.Moment> moment, Runnable onSave) {
        this.folder = folder;
        this.sources = sources;
        this.moment = moment;
        this.onSave = onSave;
        this.seen = look();
    }

    void start() {
        Background.start("watches " + folder, this::watch);
    }

    private void watch() {
        var saved = new HashSet<Path>();
        while (true) {
            long began = System.nanoTime();
            var now = moment.get();
            // Files that are saved together come a moment after one another: the last one is waited for.
            if (!addSaves(now, saved) && !saved.isEmpty()) {
                onSave.run();
                saved.clear();
            }
            long took = System.nanoTime() - began;
            LockSupport.parkNanos(Math.max(BETWEEN_LOOKS_NANOS, took * REST));
        }
    }

    private boolean addSaves(Sources.Moment now, Set<Path> saved) {
        var before = seen;
        seen = look();
        boolean any = false;
        for (var file : seen.entrySet()) {
            var old = before.get(file.getKey());
            if (!file.getValue().equals(old) && sources.isSave(file.getKey(), old == null, now)) {
                any |= saved.add(file.getKey());
            }
        }
        for (var file : before.keySet()) {
            if (!seen.containsKey(file) && now == Sources.Moment.QUIET) {
                any |= saved.add(file);
            }
        }
        return any;
    }

    private Map<Path, Seen> look() {
        var files = new HashMap<Path, Seen>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return sources.looksInto(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && sources.looksAt(file)) {
                        files.put(file, new Seen(attributes.lastModifiedTime(), attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // It may be there again at the next look.
        }
        return files;
    }
}
