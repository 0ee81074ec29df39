package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import miniredis.spec.server.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServersFileTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryKey() throws IOException {
        var servers = read("""
                servers:
                  - name: ada
                    command: python3 -m mini_redis
                    directory: students/ada
                    port: 7001
                    env: {PYTHONPATH: src, DEBUG: 1}
                    startup-timeout: 30
                    note: the first attempt
                  - name: real
                    address: localhost:6379
                """);
        var ada = servers.get(0);
        assertThat(ada.spec().command()).contains("python3 -m mini_redis");
        assertThat(ada.spec().directory()).isEqualTo(folder.resolve("students/ada"));
        assertThat(ada.spec().port()).isEqualTo(7001);
        assertThat(ada.spec().environment()).containsEntry("PYTHONPATH", "src").containsEntry("DEBUG", "1");
        assertThat(ada.spec().startupTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ada.note()).isEqualTo("the first attempt");
        assertThat(ada.where()).endsWith("servers.yaml:2");
        assertThat(servers.get(1).spec().address()).contains("localhost:6379");
    }

    @ParameterizedTest(name = "line {1}: {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    # the file, with ~ for a new line; the line of the mistake; what the message has to say
                    servers:~  - name: a~    comand: x {port};                          3; 'comand' is not known here
                    hosts: [];                                                          1; 'hosts' is not known here
                    servers: [];                                                        1; has no list below it
                    servers:;                                                           1; has no list below it
                    - name: a;                                                          1; Write a list of servers
                    servers:~  - a;                                                     2; A server is a list of keys and values
                    servers:~  - command: x {port};                                     2; This server has no name
                    servers:~  - name: a;                                               2; needs either command
                    servers:~  - name: a~    command: x {port}~    address: h:1;        4; not both
                    servers:~  - name: a~    command: ./server;                         3; Write {port} where it takes its port
                    servers:~  - name: a~    command: x "{port};                        3; never closed
                    servers:~  - name: a~    address: somewhere;                        3; is not an address
                    servers:~  - name: a~    address: h:1~    port: 2;                  4; with address: leave it out
                    servers:~  - name: a~    command: x~    port: high;                 4; whole number from 1 to 65535
                    servers:~  - name: a~    command: x~    port: 65536;                4; whole number from 1 to 65535
                    servers:~  - name: a~    command: x {port}~    startup-timeout: 0;  4; whole number from 1 to 3600
                    servers:~  - name: a~    command: x {port}~    env: PATH;           4; has names and values below it
                    servers:~  - name: a~    name: b;                                   3; is here a second time
                    servers:~  - name: a~    address: h:1~  - name: a~    address: h:2; 4; already taken in line 2
                    servers:~  - name: [a, b];                                          2; has to be a text
                    servers:~  - name: 'a;                                              2; This is not YAML
                    servers:~# end~  - name: a~   port: 1;                              4; This is not YAML
                    """)
    void namesTheLineOfAMistake(String text, int line, String message) throws IOException {
        assertThatThrownBy(() -> read(text.replace('~', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("servers.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyFileSaysWhatToWrite() {
        assertThatThrownBy(() -> read("")).hasMessageContaining(":1: ").hasMessageContaining("name: mine");
    }

    @Test
    void aMissingFileSaysWhatToWrite() {
        assertThatThrownBy(() -> ServersFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("name: mine");
    }

    @Test
    void aMissingDirectoryConcernsOneRowOnly() throws IOException {
        var servers = read("servers:\n  - name: a\n    command: x {port}\n    directory: nowhere\n");
        assertThatThrownBy(() -> servers.get(0).server())
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("servers.yaml:2");
    }

    private List<ServerEntry> read(String text) throws IOException {
        var file = folder.resolve("servers.yaml");
        Files.writeString(file, text);
        return ServersFile.read(file);
    }
}
