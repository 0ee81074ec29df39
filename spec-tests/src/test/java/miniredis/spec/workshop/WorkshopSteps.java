package miniredis.spec.workshop;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goes through the workshop as a learner does: applies the solution to a copy of the skeleton, one step at a time, and sees
 * whether exactly that step turns green. Runs with {@code mvn verify -Pworkshop-steps}, not by default: there a learner's
 * half-finished skeleton would fail it.
 */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkshopSteps {
    private static final String STEPS = "impl-workshop/Steps.java";
    private static final Path SKELETON = Path.of("impl-workshop/src/main/java/miniredis/blocking");
    private static final int LAST_STEP = 4;
    /**
     * They expect that something does not happen. A server that does it, but late because the machine is busy, passes: so nobody
     * can say for certain that they are red before their step. Green they must be after it.
     */
    private static final Set<String> ABSENCES = Set.of("TCP-03", "TCP-04", "SIZE-05", "INLINE-15");

    @TempDir
    private Path folder;

    @Test
    void the_skeleton_is_the_solution_with_its_todos() throws Exception {
        assertThat(steps("check")).isEqualTo("The skeleton is the solution with its TODOs.\n");
    }

    @Test
    void the_untouched_skeleton_refuses_everything_politely() throws Exception {
        var run = run(0, new Selection(OptionalInt.of(1), Optional.empty(), true));

        // Closing a connection is all it can do, and these ask for nothing else.
        assertThat(withoutAbsences(baseIds(run, 1, Status.PASSED))).containsExactly("LEAVE-09", "LEAVE-10");
        for (var result : run.scenarios()) {
            if (result.status() != Status.PASSED) {
                assertThat(said(result)).as(result.scenario().id()).contains("-ERR not written yet: step 1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void steps_turn_green_one_after_the_other(int step) throws Exception {
        int next = Math.min(step + 1, LAST_STEP);
        var run = run(step, new Selection(OptionalInt.of(next), Optional.empty(), true));

        var red = run.scenarios().stream()
                .filter(result -> result.status() != Status.PASSED)
                .toList();
        assertThat(red.stream().filter(result -> result.scenario().step() <= step))
                .as("scenarios of the steps so far that do not pass")
                .isEmpty();
        if (step < LAST_STEP) {
            // The TODOs name what they turn green: nothing that was green before, and everything that was not.
            assertThat(withoutAbsences(baseIds(run, next, Status.FAILED)))
                    .isEqualTo(withoutAbsences(Todo.scenariosOf(next, SKELETON)));
        }
    }

    private RunResult run(int step, Selection selection) throws Exception {
        copy(Path.of("impl-workshop/src/main"), folder.resolve("main"));
        steps("apply", String.valueOf(step), folder.resolve("main").toString());
        var classes = compile();
        var server = ServerSpec.ofCommand(
                        "java -XX:TieredStopAtLevel=1 -cp '" + classes + "' miniredis.blocking.Main --port {port}")
                .called("the skeleton with steps 1 to " + step)
                .givenUpAfter(Duration.ofSeconds(30))
                .server();
        return new SpecificationRun(server, selection, folder.resolve("report"), Progress.NONE).execute();
    }

    private Path compile() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        try (var sources = Files.walk(folder.resolve("main"))) {
            var arguments = sources.map(Path::toString)
                    .filter(path -> path.endsWith(".java"))
                    .collect(Collectors.toList());
            arguments.addAll(0, List.of("-d", classes.toString()));
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(status).as("exit status of the compiler").isZero();
        }
        return classes;
    }

    /** What a learner types: {@code java impl-workshop/Steps.java apply 2}. */
    private static String steps(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), STEPS));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes()).replace("\r\n", "\n");
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Without the numbers of rows: an outline counts as passed when all its rows have, and as failed when one has. */
    private static TreeSet<String> baseIds(RunResult run, int step, Status status) {
        return run.scenarios().stream()
                .filter(result -> result.scenario().step() == step)
                .collect(groupingBy(result -> result.scenario().id().replaceAll("\\..*", "")))
                .entrySet()
                .stream()
                .filter(outline -> (status == Status.PASSED)
                        == outline.getValue().stream().allMatch(row -> row.status() == Status.PASSED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> withoutAbsences(Set<String> ids) {
        var rest = new TreeSet<>(ids);
        rest.removeAll(ABSENCES);
        return rest;
    }

    private static String said(ScenarioResult result) {
        return result.recordings().values().stream()
                .map(recording -> new String(recording.receivedFrom(0), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
