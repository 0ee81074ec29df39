package miniredis.blocking.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientMemoryTest {
    private final ClientMemory memory = new ClientMemory(100_000);
    private final List<String> hungUpOn = new ArrayList<>();

    @Test
    void what_is_cleared_is_free() throws IOException {
        var share = share("one");
        for (int i = 0; i < 10; i++) {
            share.add(60_000);
            share.clear();
        }

        assertThat(memory.total()).isZero();
        assertThat(hungUpOn).isEmpty();
    }

    @Test
    void who_is_alone_to_blame_is_cut_off() throws IOException {
        var share = share("one");
        share.add(60_000);

        assertThatThrownBy(() -> share.add(60_000)).isInstanceOf(IOException.class);
        assertThat(hungUpOn).containsExactly("one");
    }

    @Test
    void the_greediest_is_cut_off_and_the_other_one_waits_until_it_is_gone() throws Exception {
        var modest = share("modest");
        var greedy = share("greedy");
        modest.add(20_000);
        greedy.add(70_000);

        var growing = CompletableFuture.supplyAsync(() -> {
            try {
                modest.add(20_000);
                return memory.total();
            } catch (IOException cutOff) {
                throw new IllegalStateException(cutOff);
            }
        });
        while (!greedy.isCutOff()) {
            Thread.onSpinWait();
        }
        assertThat(growing).isNotDone();
        greedy.clear();

        assertThat(growing.get(30, TimeUnit.SECONDS)).isEqualTo(40_000);
        assertThat(hungUpOn).containsExactly("greedy");
    }

    private Share share(String name) {
        var share = new Share(memory, () -> hungUpOn.add(name));
        share.begin();
        return share;
    }
}
