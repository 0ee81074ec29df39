package miniredis.blocking.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import miniredis.blocking.limits.ClientMemory;
import miniredis.blocking.limits.Share;
import org.junit.jupiter.api.Test;

class ClientOutputTest {
    private static final Duration A_MOMENT = Duration.ofNanos(-1);

    @Test
    void passes_everything_on() throws IOException {
        var everything = new byte[100_000];
        new Random(1).nextBytes(everything);
        var target = new ByteArrayOutputStream();

        var out = new ClientOutput(target, Share.unlimited());
        out.write(everything, 0, 10);
        out.write(everything, 10, 99_990);

        assertThat(target.toByteArray()).isEqualTo(everything);
    }

    @Test
    void is_stuck_only_while_a_write_lasts_and_only_after_a_while() throws IOException {
        var seen = new ArrayList<Boolean>();
        var watched = new ClientOutput[1];
        watched[0] = new ClientOutput(
                new OutputStream() {
                    @Override
                    public void write(int single) {
                        seen.add(watched[0].isStuckFor(A_MOMENT));
                        seen.add(watched[0].isStuckFor(Duration.ofHours(1)));
                    }
                },
                Share.unlimited());

        assertThat(watched[0].isStuckFor(A_MOMENT)).isFalse();
        watched[0].write(1);
        watched[0].flush();
        assertThat(watched[0].isStuckFor(A_MOMENT)).isFalse();
        assertThat(seen).isEqualTo(List.of(true, false));
    }

    @Test
    void a_long_reply_is_a_part_of_the_share_until_the_client_has_taken_it() throws IOException {
        var memory = new ClientMemory(1 << 20);
        var share = new Share(memory, () -> {});
        share.begin();
        var held = new ArrayList<Long>();
        var target = new OutputStream() {
            @Override
            public void write(int single) {
                held.add(memory.total());
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                write(0);
            }
        };

        new ClientOutput(target, share).write(new byte[20_000]);

        assertThat(held).isEqualTo(List.of(20_000L, 20_000L));
        assertThat(memory.total()).isZero();
    }
}
