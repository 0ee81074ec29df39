package miniredis.spec.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells which changes of files are saves by the author, and which are made by the build or the server. Only a save starts a new run;
 * otherwise a server that writes a file whenever it runs would be run again and again.
 *
 * <ul>
 *   <li>Hidden files, folders for what tools make, and logs and dumps by their names never count.
 *   <li>A file that changes during the first build, or appears while the build or the server runs, was made by them; until it
 *       changes at another time.
 *   <li>With a build, a file that holds a zero byte is not a source.
 *   <li>A file that is not program text and changes during two runs in a row was written by the server.
 * </ul>
 */
final class Sources {
    private static final Set<String> FOLDERS = Set.of(
            "target", "node_modules", "__pycache__", "venv", "obj", "build", "dist", "zig-out", "_build", "deps");
    private static final Set<String> MADE = Set.of(
            "log", "rdb", "aof", "pid", "tmp", "swp", "swo", "swx", "bak", "orig", "pyc", "pyo", "class", "o", "a",
            "so", "lock", "sock", "out", "db");
    private static final Set<String> PROGRAM_TEXT = Set.of(
            "py", "go", "c", "h", "cc", "cpp", "hpp", "cs", "rs", "java", "kt", "scala", "js", "mjs", "cjs", "ts", "rb",
            "php", "ex", "exs", "erl", "hs", "ml", "zig", "swift", "clj", "lua", "pl", "sh", "toml", "yaml", "yml",
            "mod", "xml", "gradle", "cr", "nim", "d", "fs", "jl", "r", "dart");
    private static final int LOOKED_AT = 8000;

    private final Path folder;
    private final Set<Path> excluded;
    private final boolean withBuild;
    private final Set<Path> products = new HashSet<>();
    private Set<Path> changedInLastRun = new HashSet<>();
    private Set<Path> changedInThisRun = new HashSet<>();

    /**
     * @param excluded the runner's own folders, such as the report's
     * @param withBuild whether a build makes something of these files
     */
    Sources(Path folder, Set<Path> excluded, boolean withBuild) {
        this.folder = folder;
        this.excluded = excluded;
        this.withBuild = withBuild;
    }

    /** What is going on while a file changes. */
    enum Moment {
        QUIET,
        FIRST_BUILD,
        RUNNING
    }

    /** Whether a folder is looked into at all. */
    boolean looksInto(Path directory) {
        if (directory.equals(folder)) {
            return true;
        }
        var name = directory.getFileName().toString();
        return !name.startsWith(".") && !FOLDERS.contains(name) && !excluded.contains(directory);
    }

    /** Whether a file can be a source, by its name. */
    boolean looksAt(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith("~") && !name.startsWith("#") && !MADE.contains(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Whether this change is a save by the author.
     *
     * @param isNew whether the file was not there before
     */
    synchronized boolean isSave(Path file, boolean isNew, Moment moment) {
        if (withBuild && isBinary(file)) {
            return false;
        }
        if (moment == Moment.QUIET) {
            products.remove(file);
            return true;
        }
        changedInThisRun.add(file);
        boolean repeats = changedInLastRun.contains(file)
                && !PROGRAM_TEXT.contains(ending(file.getFileName().toString()));
        if (isNew || repeats || moment == Moment.FIRST_BUILD) {
            products.add(file);
        }
        return !products.contains(file);
    }

    synchronized void runBegins() {
        changedInLastRun = changedInThisRun;
        changedInThisRun = new HashSet<>();
    }

    private static boolean isBinary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte read : in.readNBytes(LOOKED_AT)) {
                if (read == 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
