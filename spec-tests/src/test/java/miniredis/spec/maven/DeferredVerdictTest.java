package miniredis.spec.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that was written down is printed when the process that promised it has ended. */
class DeferredVerdictTest {
    @TempDir
    private Path folder;

    /** Acts as Maven: promises, runs something that finds the promise and writes its verdict, and then talks for a while. */
    static final class StandIn {
        public static void main(String[] args) throws Exception {
            DeferredVerdict.main(args);
            var tests = new ProcessBuilder(command(Tests.class, args[0]))
                    .inheritIO()
                    .start();
            tests.waitFor();
            System.out.println("BUILD FAILURE");
        }
    }

    /** Acts as the process of the tests. */
    static final class Tests {
        public static void main(String[] args) throws IOException {
            var promise = DeferredVerdict.made(Path.of(args[0]));
            System.out.println("promised: " + promise.isPresent());
            if (promise.isPresent()) {
                Files.writeString(promise.get().verdict(), "22 scenarios: 22 passed\n");
            }
        }
    }

    @Test
    void theVerdictIsPrintedAfterAllElse() throws Exception {
        assertThat(output(StandIn.class)).containsExactly("promised: true", "BUILD FAILURE", "22 scenarios: 22 passed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thePromiseOfAnotherProcessIsNoneToThisOne() throws Exception {
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve(".promise"), String.valueOf(other.pid()));

            assertThat(output(Tests.class)).containsExactly("promised: false");
        } finally {
            other.destroy();
        }
    }

    @Test
    void whereNobodyPromisedNothingIsWrittenDown() throws Exception {
        assertThat(output(Tests.class)).containsExactly("promised: false");
    }

    private java.util.List<String> output(Class<?> program) throws Exception {
        var process = new ProcessBuilder(command(program, folder.toString()))
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().toList();
    }

    private static String[] command(Class<?> program, String folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new String[] {java, "-cp", System.getProperty("java.class.path"), program.getName(), folder};
    }
}
