package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the kernel's table says of a connection whose both ends are here. */
@EnabledOnOs(OS.LINUX)
@Timeout(30)
class ReceiveQueueTest {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private ServerSocket listener;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws Exception {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        server = listener.accept();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
        listener.close();
    }

    @Test
    void whoHasReadEverythingIsNotWaitedFor() throws Exception {
        client.getOutputStream().write(1);
        server.getInputStream().read();

        assertThat(ReceiveQueue.isEmptySoon(client)).isTrue();
    }

    @Test
    void whoHasNotReadEverythingIsWaitedForHalfASecondAtMost() throws Exception {
        client.getOutputStream().write(1);

        assertThat(nanosOf(() -> assertThat(ReceiveQueue.isEmptySoon(client)).isFalse()))
                .isGreaterThanOrEqualTo(LONGEST_NANOS);
    }

    @Test
    void theWaitEndsWithTheRead() throws Exception {
        client.getOutputStream().write(1);
        var waiting = CompletableFuture.supplyAsync(() -> ReceiveQueue.isEmptySoon(client));
        server.getInputStream().read();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.getInputStream().available()).isZero();
    }

    @Test
    void aClosedClientWaitsForNobody() throws Exception {
        client.getOutputStream().write(1);
        client.close();

        assertThat(nanosOf(() -> ReceiveQueue.isEmptySoon(client))).isLessThan(LONGEST_NANOS);
    }

    @Test
    void aServerThatHasNotNoticedThatItsClientLeftIsWaitedFor() throws Exception {
        client.close();

        assertThat(nanosOf(this::awaitEnd)).isGreaterThanOrEqualTo(LONGEST_NANOS);
    }

    @Test
    void aServerThatHasClosedItsSideIsNotWaitedFor() throws Exception {
        client.shutdownOutput();
        server.close();

        assertThat(nanosOf(this::awaitEnd)).isLessThan(LONGEST_NANOS);
    }

    @Test
    void aConnectionThatNobodyHasLeftIsNotWaitedFor() {
        assertThat(nanosOf(this::awaitEnd)).isLessThan(LONGEST_NANOS);
    }

    private void awaitEnd() {
        ReceiveQueue.awaitEnd(listener.getLocalPort(), server.getPort());
    }

    private static long nanosOf(Runnable wait) {
        long began = System.nanoTime();
        wait.run();
        return System.nanoTime() - began;
    }
}
