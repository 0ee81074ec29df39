package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantFactoryTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsClassMethodMutatorAndNumber() throws IOException {
        var jar = jar("""
                package one.two;
                class Sum {
                    static int of(int a, int b, int c) {
                        return a + b + c;
                    }
                }
                """);

        assertThat(MutantFactory.mutantsOf(jar, "one.two"))
                .extracting(Mutant::key)
                .containsExactlyInAnyOrder("Sum.of Math 1", "Sum.of Math 2", "Sum.of PrimitiveReturns 1");
    }

    @Test
    void aLineAboveMovesNoKey() throws IOException {
        var before = MutantFactory.mutantsOf(jar("""
                package one.two;
                class Sum {
                    static int of(int a, int b) {
                        return a + b;
                    }
                }
                """), "one.two");
        var after = MutantFactory.mutantsOf(jar("""
                package one.two;
                class Sum {
                    private int other;

                    static int of(int a, int b) {
                        System.gc();
                        return a + b;
                    }
                }
                """), "one.two");

        assertThat(after)
                .extracting(Mutant::key)
                .containsAll(before.stream().map(Mutant::key).toList());
    }

    @Test
    void whatTheCompilerWritesIntoARecordIsNoMatter() throws IOException {
        var jar = jar("""
                package one.two;
                record Sum(int value) {}
                """);

        assertThat(MutantFactory.mutantsOf(jar, "one.two"))
                .extracting(Mutant::key)
                .containsExactly("Sum.value PrimitiveReturns 1");
    }

    private Path jar(String source) throws IOException {
        var file = Files.writeString(folder.resolve("Sum.java"), source);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), file.toString());
        var jar = folder.resolve("sum.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("one/two/Sum.class"));
            out.write(Files.readAllBytes(folder.resolve("one/two/Sum.class")));
        }
        return jar;
    }
}
