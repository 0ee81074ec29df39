package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import miniredis.spec.i18n.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before anything is run it is clear whether the report can be written. */
class ReportFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeAndCanBeUsedAgainByTheSameProcess() {
        assertThatCode(() -> {
                    ReportFolder.prepare(folder.resolve("a/b"));
                    ReportFolder.prepare(folder.resolve("a/b"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aFileInItsPlaceIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("report"), "a file");

        assertThatThrownBy(() -> ReportFolder.prepare(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("can't be written to", "--report");
    }

    @Test
    void anotherRunInTheSameFolderIsNoticed() throws IOException {
        var lock = folder.resolve(".in-use");
        try (var other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();

            assertThatThrownBy(() -> ReportFolder.prepare(folder))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Another run");
        }
    }
}
