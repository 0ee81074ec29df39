package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("step1")
class WatchedOutputTest {
    private static final Duration A_MOMENT = Duration.ofNanos(-1);

    @Test
    void passes_everything_on() throws IOException {
        var everything = new byte[100_000];
        new Random(1).nextBytes(everything);
        var target = new ByteArrayOutputStream();

        new WatchedOutput(target).write(everything);

        assertThat(target.toByteArray()).isEqualTo(everything);
    }

    @Test
    void is_stuck_only_while_a_write_lasts_and_only_after_a_while() throws IOException {
        var seen = new ArrayList<Boolean>();
        var watched = new WatchedOutput[1];
        watched[0] = new WatchedOutput(new OutputStream() {
            @Override
            public void write(int single) {
                seen.add(watched[0].isStuckFor(A_MOMENT));
                seen.add(watched[0].isStuckFor(Duration.ofHours(1)));
            }
        });

        assertThat(watched[0].isStuckFor(A_MOMENT)).isFalse();
        watched[0].write(1);
        assertThat(watched[0].isStuckFor(A_MOMENT)).isFalse();
        assertThat(seen).isEqualTo(List.of(true, false));
    }
}
