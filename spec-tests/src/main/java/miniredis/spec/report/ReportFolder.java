package miniredis.spec.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.verdict.RunResult;

/** Everything a run leaves behind: results.json, junit.xml, and Cucumber's messages and HTML. */
public final class ReportFolder {
    private static final String LOCK = ".in-use";

    /** Held until this process ends, or is killed: then the system lets go of them. */
    private static final Map<Path, FileChannel> LOCKED = new HashMap<>();

    private ReportFolder() {}

    /**
     * Makes sure, before anything is run, that a report can be written here, and that no other run does so at the same time.
     *
     * @throws UsageException when it can't, saying what to do
     */
    public static synchronized void prepare(Path folder) throws IOException {
        boolean ours;
        try {
            Files.createDirectories(folder);
            ours = isLockedByThisProcess(folder.toRealPath());
        } catch (IOException unwritable) {
            throw new UsageException(Message.of("usage.report-unwritable", folder, unwritable.toString()), unwritable);
        }
        if (!ours) {
            throw new UsageException(Message.of("usage.report-in-use", folder));
        }
    }

    private static boolean isLockedByThisProcess(Path folder) throws IOException {
        if (LOCKED.containsKey(folder)) {
            return true;
        }
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                LOCKED.put(folder, channel);
                return true;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Locked in a way unknown to this class: then it is not ours.
        }
        channel.close();
        return false;
    }

    /**
     * Returns what it has written.
     *
     * @param messages Cucumber's account of the run
     */
    public static Results write(RunResult run, CucumberMessages messages, Path folder) throws IOException {
        var results = write(run, folder);
        messages.write(folder);
        return results;
    }

    /** Writes what needs no messages of Cucumber; those of an earlier run, which it would contradict, are removed. */
    public static Results write(RunResult run, Path folder) throws IOException {
        var results = ResultsJson.of(run);
        ResultsJson.write(results, folder);
        JunitXml.write(results, folder.resolve("junit.xml"));
        // One scenario says nothing about how far a server is.
        if (run.selection().scenario().isEmpty()) {
            Badge.write(results, folder);
        }
        CucumberMessages.remove(folder);
        return results;
    }
}
