package miniredis.proof.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.pitest.classinfo.ClassName;
import org.pitest.classpath.ClassloaderByteArraySource;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/**
 * All mutants of a server's jar, by PIT's mutators of the group DEFAULTS.
 *
 * <p>The methods that the compiler adds to a record ({@code equals}, {@code hashCode}, {@code toString}) are left out: a
 * programmer can't make a mistake there.
 */
final class MutantFactory {
    private static final List<String> MUTATORS = List.of("DEFAULTS");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String mainPackage;

    private MutantFactory(String mainPackage) {
        this.mainPackage = mainPackage;
    }

    /** @param mainPackage is left out of keys: {@code miniredis.blocking} */
    static List<Mutant> mutantsOf(Path jar, String mainPackage) {
        try (var file = new JarFile(jar.toFile());
                var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var mutater = new GregorEngineFactory()
                    .createEngine(EngineArguments.arguments().withMutators(MUTATORS))
                    .createMutator(new ClassloaderByteArraySource(loader));
            var factory = new MutantFactory(mainPackage);
            var mutants = new ArrayList<Mutant>();
            for (var entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class")) {
                    mutants.addAll(factory.mutantsOf(mutater, className(entry), loader));
                }
            }
            return mutants;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException changedMeanwhile) {
            throw new IllegalStateException(changedMeanwhile);
        }
    }

    private static String className(ZipEntry entry) {
        return entry.getName().replaceAll("\\.class$", "").replace('/', '.');
    }

    private List<Mutant> mutantsOf(Mutater mutater, String className, ClassLoader loader)
            throws ClassNotFoundException {
        boolean isRecord = Class.forName(className, false, loader).isRecord();
        return mutater.findMutations(ClassName.fromString(className)).stream()
                .filter(details -> !isRecord || !isCompilersOwn(details))
                .sorted(Comparator.comparingInt(MutationDetails::getLineNumber)
                        .thenComparingInt(MutationDetails::getFirstIndex))
                .map(details -> Mutant.of(
                        key(details),
                        details,
                        mutater.getMutation(details.getId()).getBytes()))
                .toList();
    }

    private static boolean isCompilersOwn(MutationDetails details) {
        var description = details.getId().getLocation().getMethodDesc();
        return switch (details.getMethod()) {
            case "equals" -> description.equals("(Ljava/lang/Object;)Z");
            case "hashCode", "toString" -> description.startsWith("()");
            default -> false;
        };
    }

    private String key(MutationDetails details) {
        var prefix = "%s.%s %s"
                .formatted(
                        details.getClassName().asJavaName().substring(mainPackage.length() + 1),
                        // The compiler numbers lambdas, so a new one would rename all later ones.
                        details.getMethod().replaceAll("\\$\\d+$", ""),
                        details.getMutator().replaceAll(".*\\.", "").replaceAll("(ReturnVals?)?Mutator_?", "$1"));
        return prefix + " " + numbers.merge(prefix, 1, Integer::sum);
    }
}
