package miniredis.nio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long now;
    private final Log log = new Log(new PrintStream(written, true), () -> now);

    @Test
    void eachKindHasALineAMinute() {
        for (int i = 0; i < 1000; i++) {
            log.note("something");
            log.note("something else");
        }
        now = TimeUnit.MINUTES.toNanos(1);
        log.note("something");

        assertThat(written.toString(UTF_8).lines())
                .containsExactly(
                        "impl-nio: something",
                        "impl-nio: something else",
                        "impl-nio: something (and 999 times before)");
    }

    @Test
    void aBugIsTracedOnceForEachPlace() {
        for (int i = 0; i < 3; i++) {
            log.failure("closed a connection", new IllegalStateException("number " + i));
        }
        log.failure("closed a connection", new IllegalStateException("elsewhere"));

        assertThat(written.toString(UTF_8).lines().filter(line -> line.contains("at miniredis.nio.LogTest.aBugIs")))
                .hasSize(2);
    }

    @Test
    void aLackOfMemoryIsNotTraced() {
        log.failure("closed a connection", new OutOfMemoryError("Java heap space"));

        assertThat(written.toString(UTF_8).lines())
                .containsExactly("impl-nio: closed a connection after java.lang.OutOfMemoryError: Java heap space");
    }
}
