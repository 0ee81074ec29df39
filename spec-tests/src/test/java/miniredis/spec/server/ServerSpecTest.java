package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that name a server are printed so that a shell reads the same ones again. */
class ServerSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "./server {port}",
                "python3 -c 'print(\"it is on\")' {port}",
                "java -cp 'a b' Main \"--port={port}\"",
                "sh -c \"exec ./server '$PORT' {port}\"",
            })
    void theCommandComesBackAsItWas(String command) {
        var line = ServerSpec.ofCommand(command).commandLine();

        // CommandWords knows less of quoting than a shell, so a quote within quotes is put together here.
        var words = line.replace("'\\''", "\u0001");
        assertThat(words).startsWith("--command '").endsWith("'");
        assertThat(words.substring("--command '".length(), words.length() - 1).replace('\u0001', '\''))
                .isEqualTo(command);
    }

    @Test
    void whatIsNotAsUsualIsNamed() {
        var line = ServerSpec.ofCommand("./server")
                .in(Path.of("my server"))
                .listeningOn(7001)
                .givenUpAfter(Duration.ofSeconds(60))
                .inFreshDirectories(true)
                .commandLine();

        assertThat(line)
                .isEqualTo(
                        "--command ./server --directory 'my server' --port 7001 --startup-timeout 60 --fresh-directory");
    }

    @Test
    void aCommandHasToSayItsPort() {
        assertThatThrownBy(() -> ServerSpec.ofCommand("./server").server()).hasMessageContaining("{port}");
        assertThatThrownBy(() -> ServerSpec.ofAddress("somewhere").server()).hasMessageContaining("HOST:PORT");
    }
}
