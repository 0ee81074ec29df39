package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import miniredis.spec.report.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty reports that are all called impl-workshop are told apart by their folders. */
class FolderNamesTest {
    @TempDir
    private Path folder;

    @Test
    void theFoldersThatDifferNameThem() {
        assertThat(names("reports/ada", "reports/ben")).containsExactly("ada", "ben");
        assertThat(names("ada/target/spec/impl-workshop", "ben/target/spec/impl-workshop"))
                .containsExactly("ada", "ben");
        assertThat(names("one")).hasSize(1);
    }

    @Test
    void reportsThatAreAllCalledAlikeAreCalledByTheirFolders() throws IOException {
        assertThat(merged(report("ada", "impl-workshop"), report("ben", "impl-workshop")))
                .containsExactly("ada", "ben");
    }

    @Test
    void namesThatDifferStayAndASecondOfTheSameIsNumbered() throws IOException {
        assertThat(merged(report("a", "mine"), report("b", "mine"), report("c", "yours")))
                .containsExactly("mine", "mine (2)", "yours");
    }

    private static List<String> names(String... folders) {
        return FolderNames.of(Stream.of(folders).map(Path::of).toList());
    }

    private static List<String> merged(Path... folders) throws IOException {
        return ComparisonFolder.merge(List.of(folders)).stream()
                .map(Results::server)
                .toList();
    }

    private Path report(String name, String server) throws IOException {
        var report = Files.createDirectories(folder.resolve(name).resolve("spec"));
        Files.writeString(report.resolve("results.json"), "{\"server\": \"%s\", \"scenarios\": []}".formatted(server));
        return report;
    }
}
