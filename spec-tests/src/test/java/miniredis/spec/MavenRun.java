package miniredis.spec;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.cli.ConsoleRun;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.junit.ScenarioTests;
import miniredis.spec.maven.DeferredVerdict;
import miniredis.spec.report.Style;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/**
 * A run in this repository's own build, whose verdict is the last thing that Maven prints. The verdict says once, causes first,
 * what is wrong; so the text of a failing test is only its name.
 */
final class MavenRun {
    private MavenRun() {}

    static Stream<DynamicNode> of(ServerUnderTest server, Selection selection, Path report, String again)
            throws IOException {
        return of(server, selection, report, Messages.ENGLISH, again, Optional.empty());
    }

    /**
     * @param again the command that runs one scenario again, up to its id
     * @param promise where Maven has promised to print the verdict when all else is printed
     */
    static Stream<DynamicNode> of(
            ServerUnderTest server,
            Selection selection,
            Path report,
            Messages language,
            String again,
            Optional<DeferredVerdict.Promise> promise)
            throws IOException {
        try {
            var run = run(server, selection, report, language, again, promise);
            return new ScenarioTests(result ->
                            result.scenario().id() + " " + result.scenario().title())
                    .of(run);
        } catch (ServerUnavailable | UsageException noRun) {
            throw withoutTrace(new AssertionFailedError("\n" + language.text(noRun.message())));
        }
    }

    private static RunResult run(
            ServerUnderTest server,
            Selection selection,
            Path report,
            Messages language,
            String again,
            Optional<DeferredVerdict.Promise> promise)
            throws IOException, ServerUnavailable {
        if (promise.isEmpty()) {
            return new ConsoleRun(System.out, Style.PLAIN, language, again).execute(server, selection, report);
        }
        var style = new Style(false, promise.get().colours());
        try (var end = new PrintStream(promise.get().verdict().toFile(), StandardCharsets.UTF_8)) {
            return new ConsoleRun(System.out, end, style, language, again).execute(server, selection, report);
        }
    }

    /** The line of this file where it was thrown is useless. */
    private static AssertionFailedError withoutTrace(AssertionFailedError thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }
}
