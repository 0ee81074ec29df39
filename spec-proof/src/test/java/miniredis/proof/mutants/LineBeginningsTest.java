package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Test;

/** A line that throws has begun, and the one after it has not. */
class LineBeginningsTest {
    /** The class that is measured. */
    static final class Example {
        static void store(String value) {
            check(value);
            System.lineSeparator();
        }

        private static void check(String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(value.isBlank() ? "blank" : "empty");
            }
        }
    }

    @Test
    void seesWhatThrows() throws Exception {
        var type = coverageOfRefused();
        int check = type.getMethods().stream()
                .filter(method -> method.getName().equals("store"))
                .findFirst()
                .orElseThrow()
                .getFirstLine();

        assertThat(List.of(
                        LineBeginnings.hasBegun(type, check),
                        LineBeginnings.hasBegun(type, check + 1),
                        LineBeginnings.exists(type, check + 1),
                        LineBeginnings.exists(type, check - 1)))
                .containsExactly(true, false, true, false);
    }

    /** Runs {@code store} with an argument that is refused. */
    private static IClassCoverage coverageOfRefused() throws Exception {
        var marked = LineBeginnings.marked(bytesOf(Example.class));
        var runtime = new LoggerRuntime();
        var data = new RuntimeData();
        runtime.startup(data);
        var loaded = new ClassLoader(null) {
            Class<?> define(byte[] bytes) {
                return defineClass(Example.class.getName(), bytes, 0, bytes.length);
            }
        }.define(new Instrumenter(runtime).instrument(marked, Example.class.getName()));
        var store = loaded.getDeclaredMethod("store", String.class);
        store.setAccessible(true);
        assertThatThrownBy(() -> store.invoke(null, "")).isInstanceOf(InvocationTargetException.class);
        var executed = new ExecutionDataStore();
        data.collect(executed, new SessionInfoStore(), false);
        runtime.shutdown();
        var builder = new CoverageBuilder();
        new Analyzer(executed, builder).analyzeClass(marked, Example.class.getName());
        return builder.getClasses().iterator().next();
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
