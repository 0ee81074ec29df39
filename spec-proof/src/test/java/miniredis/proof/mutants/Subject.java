package miniredis.proof.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;

/**
 * A server that mutants are made of.
 *
 * @param module its folder, and the name of its jar
 * @param mainPackage what all its classes are in, or below
 * @param main the class that starts it
 */
public record Subject(String module, String mainPackage, String main) {
    private static final List<Subject> ALL = List.of(
            new Subject("impl-blocking", "miniredis.blocking", "miniredis.blocking.full.Main"),
            new Subject("impl-nio", "miniredis.nio", "miniredis.nio.Main"));

    /** A mutant may leak memory, but must not use up the machine's. */
    private static final String OPTIONS = "-Xmx256m -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** @throws IllegalArgumentException when there is no server of this name */
    public static Subject called(String module) {
        return ALL.stream()
                .filter(subject -> subject.module.equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no server " + module));
    }

    Path jar() {
        return Path.of(module, "target", module + ".jar").toAbsolutePath();
    }

    List<Mutant> mutants() {
        return MutantFactory.mutantsOf(jar(), mainPackage);
    }

    /** The server as it is, from a copy of its jar and with more options for its JVM. */
    ServerUnderTest unchanged(Path copy, String more) {
        return server(more + " " + OPTIONS, "'%s'".formatted(copy.toAbsolutePath()), module);
    }

    /** @param folder the folder that contains only the changed class */
    ServerUnderTest with(Mutant mutant, Path folder) {
        try {
            var file = folder.toAbsolutePath().resolve(mutant.className() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, mutant.bytes());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return server(OPTIONS, "'%s:%s'".formatted(folder.toAbsolutePath(), jar()), mutant.key());
    }

    private ServerUnderTest server(String options, String classPath, String name) {
        return ServerSpec.ofCommand("java %s -cp %s %s --port {port}".formatted(options, classPath, main))
                .called(name)
                .givenUpAfter(Duration.ofSeconds(20))
                .server();
    }
}
