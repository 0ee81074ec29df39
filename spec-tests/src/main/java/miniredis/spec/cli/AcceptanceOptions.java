package miniredis.spec.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.specification.ScenarioNames;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Acceptance;
import miniredis.spec.verdict.KnownFailures;
import miniredis.spec.verdict.RunResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For CI: when a run counts as passed although not everything passes. */
final class AcceptanceOptions {
    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Exit with 0 if only scenarios in this file fail: one id per line, # begins a comment.")
    private @Nullable Path known;

    @Option(
            names = "--write-known-failures",
            paramLabel = "FILE",
            description = "Write the scenarios that fail now to this file, and exit with 0.")
    private @Nullable Path written;

    @Option(
            names = "--at-least",
            paramLabel = "N",
            description = "Exit with 0 if at least N scenarios pass, and with 1 if fewer do.")
    private @Nullable Integer atLeast;

    boolean isWanted() {
        return known != null || written != null || atLeast != null;
    }

    /** @throws UsageException when a file or a number can't be used, saying why */
    Acceptance of(Selection selection) {
        requireWritable();
        int selected = selection.scenarios().size();
        if (atLeast != null && (atLeast < 1 || atLeast > selected)) {
            throw new UsageException(Message.of("usage.at-least", atLeast, selected));
        }
        return new Acceptance(
                Optional.ofNullable(known).map(file -> read(file, selection)),
                atLeast == null ? OptionalInt.empty() : OptionalInt.of(atLeast));
    }

    private void requireWritable() {
        if (written != null) {
            var folder = written.toAbsolutePath().getParent();
            if (Files.isDirectory(written) || folder == null || !Files.isWritable(folder)) {
                throw new UsageException(Message.of("usage.known-failures-not-written", written.toString()));
            }
        }
    }

    private static KnownFailures read(Path file, Selection selection) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UsageException(Message.of("usage.known-failures-not-read", file.toString()));
        }
        var all = selection.specification().scenarios().toList();
        var names = new ArrayList<String>();
        for (int at = 0; at < lines.size(); at++) {
            var name = lines.get(at).replaceFirst("#.*", "").strip();
            if (!name.isEmpty()) {
                requireKnown(name, all, file, at + 1);
                names.add(name);
            }
        }
        return new KnownFailures(new ScenarioNames(names));
    }

    private static void requireKnown(String name, List<SpecScenario> all, Path file, int line) {
        if (all.stream().noneMatch(scenario -> ScenarioNames.means(name, scenario))) {
            throw new UsageException(Message.of("usage.known-failures-unknown", file.toString(), line, name));
        }
    }

    /** Writes the list where that was asked for; @return the exit code of the run */
    int conclude(Acceptance acceptance, RunResult run) throws IOException {
        if (written == null) {
            return acceptance.exitCode(run);
        }
        var failing = KnownFailures.in(run);
        var text = new StringBuilder("# --known-failures\n");
        failing.forEach(id -> text.append(id).append('\n'));
        Files.writeString(written, text);
        boolean isJudgedByAnother = acceptance.known().isPresent();
        return (isJudgedByAnother
                        ? acceptance
                        : new Acceptance(
                                Optional.of(new KnownFailures(new ScenarioNames(failing))), acceptance.atLeast()))
                .exitCode(run);
    }
}
