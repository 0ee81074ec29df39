package miniredis.spec.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import miniredis.spec.cli.ConsoleRun;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.FailureText;
import miniredis.spec.report.Style;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/**
 * The specification in the build of another project. A test class of one method is enough:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> specification() {
 *     return SpecificationTests.ofCommand("java -cp target/classes example.Server {port}").upToStep(4).tests();
 * }
 * }</pre>
 *
 * <p>Each scenario is a test, below its rule and its feature, and a failing one says what was sent, expected and received. The
 * system property {@value #SCENARIO} narrows any of these to one scenario. Values are immutable: each method returns a new one.
 */
public final class SpecificationTests {
    /** The id of the only scenario to run, such as {@code INCR-03}. */
    public static final String SCENARIO = "mini-redis.scenario";

    /** Where the report goes by default; Maven's {@code clean} removes it. */
    public static final Path REPORT = Path.of("target", "mini-redis-spec");

    private final ServerSpec server;
    private final Selection selection;
    private final Path report;

    private SpecificationTests(ServerSpec server, Selection selection, Path report) {
        this.server = server;
        this.selection = selection;
        this.report = report;
    }

    /** A server that a command starts, in the folder of the test's process; {@code {port}} stands for the port to listen on. */
    public static SpecificationTests ofCommand(String command) {
        return of(ServerSpec.ofCommand(command));
    }

    /**
     * A server that already runs.
     *
     * @param address {@code HOST:PORT}
     */
    public static SpecificationTests ofAddress(String address) {
        return of(ServerSpec.ofAddress(address));
    }

    /** A server with more to say about it: a directory, a fixed port, variables, a name. */
    public static SpecificationTests of(ServerSpec server) {
        return new SpecificationTests(server, Selection.everything(false), REPORT);
    }

    /** Steps 1 to {@code last}, at most 5. Without it 1 to 4. */
    public SpecificationTests upToStep(int last) {
        return selecting(
                new Selection(OptionalInt.of(last), selection.area(), selection.scenario(), selection.strict()));
    }

    /** One area of step 5 alone, such as {@code keys}. */
    public SpecificationTests area(String name) {
        return selecting(
                new Selection(selection.upToStep(), Optional.of(name), selection.scenario(), selection.strict()));
    }

    /** One scenario alone, or the rows of one outline. */
    public SpecificationTests scenario(String id) {
        return selecting(new Selection(selection.upToStep(), selection.area(), Optional.of(id), selection.strict()));
    }

    /** Also what only byte-for-byte equality with Redis needs. */
    public SpecificationTests strict() {
        return selecting(new Selection(selection.upToStep(), selection.area(), selection.scenario(), true));
    }

    /** Another folder for the report. Two servers in one build need two. */
    public SpecificationTests reportingTo(Path folder) {
        return new SpecificationTests(server, selection, folder);
    }

    private SpecificationTests selecting(Selection selected) {
        return new SpecificationTests(server, selected, report);
    }

    /**
     * Runs and judges all that is selected, prints the verdict, writes the report, and returns a test for each scenario.
     *
     * @throws AssertionFailedError when the server is not available, or nothing is selected, saying why and what to do
     */
    public Stream<DynamicNode> tests() {
        var narrowed = Optional.ofNullable(System.getProperty(SCENARIO))
                .map(this::scenario)
                .orElse(this);
        try {
            var run = new ConsoleRun(
                            System.out, Style.PLAIN, Messages.ENGLISH, "the same test with -D" + SCENARIO + "=")
                    .execute(server.server(), narrowed.selection, report);
            return new ScenarioTests(FailureText::message).of(run);
        } catch (ServerUnavailable | IllegalArgumentException noRun) {
            throw ScenarioTests.withoutTrace(new AssertionFailedError("\n" + noRun.getMessage()));
        } catch (IOException noReport) {
            throw new UncheckedIOException(noReport);
        }
    }
}
