package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Segments segments = new Segments();
    private final LargeMemory memory = new LargeMemory(segments);
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
            if (bytes.length > Large.THRESHOLD) {
                var large = memory.large();
                large.append(bytes, 0, bytes.length);
                expected.writeBytes(new byte[3]);
                outbox.send(new byte[3], 3, large);
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
        assertThat(segments.inUse()).isZero();
    }

    @Test
    void whatIsForgottenIsFreed() {
        var large = memory.large();
        large.append(new byte[100_000], 0, 100_000);
        outbox.send(new byte[10], 10);
        outbox.send(new byte[10], 10, large);
        outbox.abandon();
        assertThat(outbox.size()).isZero();
        assertThat(segments.inUse()).isZero();
    }
}
