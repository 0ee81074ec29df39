package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write before they know how a server is named here. */
class FirstMistakesTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:6379, localhost:6379",
        "redis://localhost:6380, localhost:6380",
        "redis://localhost, localhost:6379",
        "redis://10.0.0.1:7000/, 10.0.0.1:7000",
        "REDIS://h:1/0, h:1",
        "redis://[::1]:6379, [::1]:6379"
    })
    void aUrlIsUnderstood(String written, String meant) {
        assertThat(RedisUrl.hostAndPort(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "rediss://localhost:6379, TLS",
        "redis://user:secret@localhost:6379, password",
        "redis://localhost:6379/3, database",
        "http://localhost:80, not the address of a Redis"
    })
    void whatCanNotBeDoneIsRefusedWithItsReason(String written, String reason) {
        assertThatThrownBy(() -> ServerSpec.ofAddress(written).server())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$HOME/server {port}",
                "FOO=1 ./server {port}",
                "~/server {port}",
                "cd server && ./run {port}",
                "./server {port} > log",
                "./server \"$PORT\" {port}",
                "./server --port `port` {port}"
            })
    void whatOnlyAShellUnderstandsGetsAHint(String command) {
        assertThat(ShellSyntax.hint(command)).get().asString().contains("not run by a shell", "sh -c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./server --port {port}",
                "sh -c 'FOO=1 exec ./server $HOME {port} && echo'",
                "java -Dname=value -jar a.jar {port}",
                "redis-server --port {port} --save \"\"",
                "./server a~b {port}"
            })
    void whatNeedsNoShellGetsNone(String command) {
        assertThat(ShellSyntax.hint(command)).isEmpty();
    }

    /** The system says that there is no such file, and means the interpreter. */
    @Test
    void aScriptWithCrLfIsToldSo(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        var script = java.nio.file.Files.writeString(folder.resolve("start.sh"), "#!/bin/no-such-shell\r\nexec x\r\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var server = ServerSpec.ofCommand("./start.sh {port}").in(folder).server();

        assertThatThrownBy(() -> server.start(folder.resolve("output/log")))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("./start.sh is a script whose lines end with CR LF");
        java.nio.file.Files.writeString(script, "#!/bin/no-such-shell\nexec x\n");
        assertThatThrownBy(() -> server.start(folder.resolve("output/log"))).hasMessageContaining("can't be started");
    }

    @Test
    void aCommandThatCanNotBeStartedCarriesTheHint(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        var server = ServerSpec.ofCommand("FOO=1 ./server {port}").server();

        assertThatThrownBy(() -> server.start(folder.resolve("log")))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("'FOO=1' can't be started")
                .hasMessageContaining("a variable before the command ('FOO=')");
    }
}
