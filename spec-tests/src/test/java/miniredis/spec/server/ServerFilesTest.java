package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatAppearsOrChangesIsNoticed() throws IOException {
        write("kept", "1");
        write("changed", "1");
        var files = ServerFiles.in(folder);
        assertThat(files.appeared(Path.of("elsewhere"))).isEmpty();
        write("changed", "12");
        write("data/dump.rdb", "1");
        write(".git/index", "1");
        write("a/b/c/d/too-deep", "1");

        assertThat(files.appeared(Path.of("elsewhere")))
                .containsExactly(Path.of("a/b/c"), Path.of("changed"), Path.of("data/dump.rdb"));
    }

    @Test
    void whatTheRunItselfLeavesBehindIsNotMeant() throws IOException {
        var files = ServerFiles.in(folder);
        write("report/.in-use", "1");
        write("report/server-output/server-1.log", "1");
        write("state.db", "1");

        assertThat(files.appeared(folder.resolve("report"))).containsExactly(Path.of("state.db"));
    }

    @Test
    void aFreshCopyHasEverythingButWhatIsHidden() throws IOException {
        write("server", "1");
        write("a/b/c/d/deep", "2");
        write(".git/index", "3");

        var copy = ServerFiles.freshCopyOf(folder);

        assertThat(copy.resolve("server")).hasContent("1");
        assertThat(copy.resolve("a/b/c/d/deep")).hasContent("2");
        assertThat(copy.resolve(".git")).doesNotExist();
        ServerFiles.remove(copy);
        assertThat(copy).doesNotExist();
        assertThat(folder.resolve("server")).exists();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
