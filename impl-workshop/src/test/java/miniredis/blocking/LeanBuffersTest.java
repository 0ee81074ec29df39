package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is read or written, and in which pieces, the bytes are the same. */
class LeanBuffersTest {
    private static final int[] LENGTHS = {1, 2, 100, 511, 512, 513, 1023, 1024, 1025, 16_383, 16_384, 16_385, 70_000};

    @RepeatedTest(20)
    void input(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var bytes = new byte[random.nextInt(300_000)];
        random.nextBytes(bytes);
        var in = new MeteredInput(new LeanInput(new ByteArrayInputStream(bytes)), new Share(() -> {}));
        var read = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            read.writeBytes(in.readNBytes(random.nextBoolean() ? 0 : LENGTHS[random.nextInt(LENGTHS.length)]));
        }

        assertThat(read.toByteArray()).isEqualTo(bytes);
        assertThat(in.read(new byte[10])).isEqualTo(-1);
    }

    @RepeatedTest(20)
    void output(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var written = new ByteArrayOutputStream();
        var expected = new ByteArrayOutputStream();
        var out = new LeanOutput(written, new Share(() -> {}));
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
