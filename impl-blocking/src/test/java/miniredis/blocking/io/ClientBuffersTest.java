package miniredis.blocking.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import miniredis.blocking.limits.ClientMemory;
import miniredis.blocking.limits.Share;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is read or written, and in which pieces, the bytes are the same. */
class ClientBuffersTest {
    private static final int[] LENGTHS = {1, 2, 100, 511, 512, 513, 1023, 1024, 1025, 16_383, 16_384, 16_385, 70_000};

    @RepeatedTest(20)
    void input(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var bytes = new byte[random.nextInt(300_000)];
        random.nextBytes(bytes);
        var in = new ClientInput(new ByteArrayInputStream(bytes), () -> {}, Share.unlimited());
        var read = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            read.writeBytes(in.readNBytes(random.nextBoolean() ? 0 : LENGTHS[random.nextInt(LENGTHS.length)]));
        }

        assertThat(read.toByteArray()).isEqualTo(bytes);
        assertThat(in.read(new byte[10])).isEqualTo(-1);
    }

    /** A request costs memory while it is read, and no longer when it is carried out. */
    @Test
    void the_cost_of_a_request() throws IOException {
        var memory = new ClientMemory(100_000);
        var share = new Share(memory, () -> {});
        share.begin();
        var in = new ClientInput(new ByteArrayInputStream(new byte[20_000]), () -> {}, share);

        in.readNBytes(1000);
        assertThat(memory.total()).as("settled only now and then").isZero();
        in.readNBytes(10_000);
        assertThat(memory.total()).isBetween(50_000L, 60_000L);

        in.requestRead();
        assertThat(memory.total()).isZero();
        for (int i = 0; i < 1000; i++) {
            in.read();
        }
        assertThat(memory.total()).isBetween(4000L, 8000L);
    }

    @Test
    void replies_are_sent_before_it_waits_and_not_sooner() throws IOException {
        var flushes = new ArrayList<Integer>();
        var in = new ClientInput(new ByteArrayInputStream(new byte[3]), () -> flushes.add(1), Share.unlimited());

        for (int i = 0; i < 3; i++) {
            in.read();
            assertThat(flushes).hasSize(1);
        }
        in.read();
        assertThat(flushes).isEqualTo(List.of(1, 1));
    }

    @RepeatedTest(20)
    void output(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var written = new ByteArrayOutputStream();
        var expected = new ByteArrayOutputStream();
        var out = new ClientOutput(written, Share.unlimited());
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
            random.nextBytes(bytes);
            out.write(bytes);
            out.write(i);
            expected.writeBytes(bytes);
            expected.write(i);
            if (random.nextInt(4) == 0) {
                out.flush();
                assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
            }
        }
    }
}
