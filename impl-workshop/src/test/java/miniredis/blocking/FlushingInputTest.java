package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("step1")
class FlushingInputTest {
    private final AtomicInteger flushes = new AtomicInteger();
    private final ByteArrayInputStream packet = new ByteArrayInputStream(new byte[] {1, 2, 3});

    @Test
    void under_a_buffer_it_flushes_once_for_all_that_arrived_together() throws IOException {
        var in = new BufferedInputStream(new FlushingInput(packet, flushes::incrementAndGet));

        in.read();
        in.read();
        in.read();

        assertThat(flushes).hasValue(1);
    }

    @Test
    void it_flushes_again_before_it_waits_for_more() throws IOException {
        var in = new BufferedInputStream(new FlushingInput(packet, flushes::incrementAndGet));

        in.readNBytes(3);
        int before = flushes.get();
        in.read();

        assertThat(flushes).hasValue(before + 1);
    }
}
