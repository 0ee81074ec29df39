package miniredis.proof.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar contains the licences of everything that is in it. */
class LicencesTest {
    /** The folders of a library's group, then its name, its version and its file; the repository's folder may have any name. */
    private static final Pattern LIBRARY = Pattern.compile("(.*/)([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    /** Only for tests; they are not in the jar. */
    private static final Set<String> ONLY_TESTED_WITH = Set.of(
            "org.assertj",
            "net.bytebuddy",
            "com.tngtech.archunit",
            "org.junit.jupiter",
            "org.apache.maven",
            "org.pitest",
            "org.jacoco",
            "org.ow2.asm",
            "com.networknt",
            "com.fasterxml",
            "com.ethlo",
            "org.yaml");

    @Test
    void everyLibraryIsNamed() throws IOException {
        var named = text("README.txt");

        var folders = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> LIBRARY.matcher(entry.replace('\\', '/')))
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .filter(folder -> ONLY_TESTED_WITH.stream().noneMatch(group -> isWithin(folder, group)))
                .collect(Collectors.toSet());

        assertThat(folders).isNotEmpty().allMatch(folder -> isNamed(folder, named));
    }

    private static boolean isNamed(String folder, String named) {
        return named.lines()
                .map(line -> line.strip().split(" ")[0])
                .anyMatch(name -> name.contains(".") && isWithin(folder, name));
    }

    private static boolean isWithin(String folder, String group) {
        return folder.contains("/" + group.replace('.', '/') + "/");
    }

    @Test
    void everyTextThatIsNamedIsThere() throws IOException {
        var files = Pattern.compile("[a-z0-9.-]+\\.txt")
                .matcher(text("README.txt"))
                .results()
                .map(found -> found.group());
        for (var file : files.collect(Collectors.toSet())) {
            assertThat(text(file)).as(file).isNotBlank();
        }
    }

    private static String text(String name) throws IOException {
        try (var in = LicencesTest.class.getResourceAsStream("/META-INF/licenses/" + name)) {
            assertThat(in).as(Path.of(name).toString()).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
