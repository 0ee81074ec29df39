package miniredis.spec.board;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last standing of each name, kept in a file, so that nothing is lost when the board is started again. Safe for use by several
 * threads.
 */
final class Standings {
    private static final int MOST_NAMES = 500;

    /** Milliseconds: a name that reports more often is refused. */
    private static final long LEAST_PAUSE = 200;

    private final Path file;
    private final Map<String, Standing> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long version;

    /** What became of a standing that was told. */
    enum Told {
        KEPT,
        TOO_OFTEN,
        TOO_MANY_NAMES
    }

    private Standings(Path file) {
        this.file = file;
    }

    /** @throws IOException when the file exists and is something else */
    static Standings in(Path file) throws IOException {
        var standings = new Standings(file);
        if (Files.exists(file)) {
            try {
                var kept = Standing.GSON.fromJson(Files.readString(file), Standing[].class);
                for (var standing : kept == null ? new Standing[0] : kept) {
                    standings.byName.put(standing.name(), standing);
                }
            } catch (JsonParseException | NullPointerException broken) {
                throw new IOException(
                        "%s is not the file of a board; choose another with --file.".formatted(file), broken);
            }
        }
        return standings;
    }

    /** @throws IOException when the file can't be written */
    synchronized Told tell(Standing standing) throws IOException {
        var before = byName.get(standing.name());
        if (before != null && standing.at() - before.at() < LEAST_PAUSE) {
            return Told.TOO_OFTEN;
        }
        if (before == null && byName.size() >= MOST_NAMES) {
            return Told.TOO_MANY_NAMES;
        }
        byName.put(standing.name(), standing);
        keep();
        version++;
        notifyAll();
        return Told.KEPT;
    }

    private void keep() throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, json());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    synchronized String json() {
        return Standing.GSON.toJson(all());
    }

    /** In the order of the names. */
    synchronized List<Standing> all() {
        return new ArrayList<>(byName.values());
    }

    synchronized long version() {
        return version;
    }

    /** Waits until there is something newer than {@code known}, or the time is over; returns what is newest. */
    synchronized long awaitNewer(long known, long milliseconds) throws InterruptedException {
        long until = System.nanoTime() + milliseconds * 1_000_000;
        long left = milliseconds;
        while (version == known && left > 0) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
        return version;
    }
}
