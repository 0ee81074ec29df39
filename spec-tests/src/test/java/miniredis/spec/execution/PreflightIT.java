package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program at an address that is not a Redis, or refuses this client, is named before anything is judged. */
@Timeout(60)
class PreflightIT {
    private static final String PASSWORD = "password";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "-NOAUTH Authentication required., requires a password",
        "-LOADING Redis is loading the dataset in memory, still loading",
        "-DENIED Redis is running in protected mode, protected mode",
        "HTTP/1.1 400 Bad Request, speaks HTTP",
        "<!DOCTYPE HTML>, speaks HTTP",
        "SSH-2.0-OpenSSH_9.2, speaks SSH"
    })
    void isNamedByItsFirstAnswer(String answer, String name) throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, answer + "\r\n");

            assertThatThrownBy(() -> run(server.getLocalPort()))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aServerThatSpeaksTlsIsNamedThoughItSaysNothing() throws Exception {
        try (var server = tls().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, "");

            assertThatThrownBy(() -> run(server.getLocalPort()))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContaining("speaks TLS");
        }
    }

    private void run(int port) throws ServerUnavailable {
        var step1 = new Selection(OptionalInt.of(1), Optional.empty(), false);
        var server = ServerSpec.ofAddress("redis://localhost:" + port).server();
        new SpecificationRun(server, step1, folder, Progress.NONE).execute();
    }

    /** Answers whatever comes, as long as the socket is open. */
    private static void serve(ServerSocket server, String answer) {
        var thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    client.getInputStream().read();
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException next) {
                    // The next client may be more patient.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private SSLContext tls() throws Exception {
        var file = folder.resolve("key.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        file,
                        "-storepass",
                        PASSWORD,
                        "-storetype",
                        "PKCS12")
                .inheritIO()
                .start()
                .waitFor();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
