package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Random;
import miniredis.nio.store.Blob;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.Slices;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Keyspace keyspace = new Keyspace(InstantSource.system(), Long.MAX_VALUE);
    private final long atFirst = keyspace.usedMemory();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final OpenChannel.Sink socket = new OpenChannel.Sink(taken, 0);
    private final Outbox outbox = new Outbox(socket, ByteBuffer.allocateDirect(1000));

    @Test
    void everythingArrivesInOrderHoweverSlowTheClientIs() {
        var random = new Random(1);
        var expected = new ByteArrayOutputStream();
        for (int i = 0; i < 3000; i++) {
            var bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 100_000 : 100)];
            random.nextBytes(bytes);
            if (bytes.length > Blob.THRESHOLD) {
                var blob = Slices.blobOf(keyspace.blobs(), bytes);
                expected.writeBytes(new byte[3]);
                outbox.send(new byte[3], 3, blob);
            } else {
                outbox.send(bytes, bytes.length);
            }
            expected.writeBytes(bytes);
            socket.giveRoom(random.nextInt(800));
            if (random.nextBoolean()) {
                outbox.flush();
            }
            assertThat(outbox.size()).isEqualTo(expected.size() - taken.size());
        }
        socket.giveRoom(expected.size());
        outbox.flush();
        assertThat(outbox.size()).isZero();
        assertThat(taken.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(keyspace.usedMemory()).isEqualTo(atFirst);
    }

    @Test
    void sendsNoMoreThanIsAllowed() {
        socket.giveRoom(10_000);
        outbox.allow(1500);
        outbox.send(new byte[5000], 5000);
        assertThat(taken.size()).isEqualTo(1500);
        outbox.flush();
        assertThat(taken.size()).isEqualTo(1500);
        outbox.allow(Long.MAX_VALUE);
        outbox.flush();
        assertThat(taken.size()).isEqualTo(5000);
        assertThat(outbox.held()).isZero();
    }

    @Test
    void whatIsForgottenIsFreed() {
        var blob = Slices.blobOf(keyspace.blobs(), new byte[100_000]);
        outbox.send(new byte[10], 10);
        outbox.send(new byte[10], 10, blob);
        outbox.abandon();
        assertThat(outbox.size()).isZero();
        assertThat(keyspace.usedMemory()).isEqualTo(atFirst);
    }
}
