package miniredis.spec.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.report.Style;

/**
 * Prints the verdict of a run under Maven last. When a test fails, Maven prints thirty lines, the same ones every time, below
 * what the user wants to read. So the process of Maven promises, before the tests, to print a verdict when all else is printed;
 * the process of the tests finds the promise, and writes its verdict to a file instead of printing it.
 *
 * <p>Where there is no promise, because Maven lives on as a daemon, or because an IDE runs the test, the verdict is printed
 * immediately.
 */
public final class DeferredVerdict {
    private static final String PROMISE = ".promise";
    private static final String VERDICT = ".verdict";

    /** A daemon's end may be days away. */
    private static final String DAEMON = "mvnd.home";

    private final Path folder;

    /** Loaded early: when Maven ends, the classes of this project can no longer be loaded. */
    private final Charset charset = OutputCharset.get();

    private DeferredVerdict(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the promise, in Maven's process.
     *
     * @param args the folder for all runs' reports
     */
    public static void main(String[] args) throws IOException {
        var word = new DeferredVerdict(Path.of(args[0]));
        Files.createDirectories(word.folder);
        Files.deleteIfExists(word.folder.resolve(VERDICT));
        Files.deleteIfExists(word.folder.resolve(PROMISE));
        if (System.getProperty(DAEMON) != null) {
            return;
        }
        // The plugin that calls this ends the group of its threads afterwards; so this one belongs to the outermost.
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(group, word::say, "prints the verdict"));
        var promise = ProcessHandle.current().pid() + (Style.ofThisProcess().colours() ? " colours" : "");
        Files.writeString(word.folder.resolve(PROMISE), promise);
    }

    private void say() {
        var verdict = folder.resolve(VERDICT);
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            Files.deleteIfExists(folder.resolve(PROMISE));
            if (Files.exists(verdict)) {
                out.write(Files.readString(verdict).getBytes(charset));
                Files.delete(verdict);
            }
        } catch (IOException nobodyReads) {
            // The report has it, too.
        }
    }

    /**
     * A promise to this process, by the process that waits for it.
     *
     * @param verdict the file to write the verdict to
     * @param colours whether it will be printed where colours are seen
     */
    public record Promise(Path verdict, boolean colours) {}

    /** That which the Maven that has started this process made; empty where the verdict is to be printed immediately. */
    public static Optional<Promise> made(Path folder) {
        try {
            var words = Files.readString(folder.resolve(PROMISE)).split(" ");
            long promiser = Long.parseLong(words[0]);
            boolean isAncestor = Stream.iterate(
                            ProcessHandle.current().parent(),
                            Optional::isPresent,
                            parent -> parent.flatMap(ProcessHandle::parent))
                    .flatMap(Optional::stream)
                    .anyMatch(ancestor -> ancestor.pid() == promiser);
            return isAncestor ? Optional.of(new Promise(folder.resolve(VERDICT), words.length > 1)) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
