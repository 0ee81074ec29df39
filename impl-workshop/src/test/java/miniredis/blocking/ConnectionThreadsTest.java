package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("step1")
class ConnectionThreadsTest {
    @Test
    void are_virtual_where_java_has_such_threads() throws InterruptedException, ExecutionException {
        Callable<String> whoAmI = () -> Thread.currentThread().toString();
        var threads = ConnectionThreads.create();
        try {
            String thread = threads.submit(whoAmI).get();

            assertThat(thread.startsWith("VirtualThread"))
                    .isEqualTo(Runtime.version().feature() >= 21);
        } finally {
            threads.shutdownNow();
        }
    }
}
