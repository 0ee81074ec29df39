package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import org.junit.jupiter.api.Test;

class MailboxTest {
    @Test
    void messages_are_delivered_in_order_before_it_closes() {
        var out = new ByteArrayOutputStream();
        var mailbox = new Mailbox(peer(out, () -> {}), new Backlog(Long.MAX_VALUE));
        for (int i = 0; i < 100; i++) {
            mailbox.put(Reply.number(i));
        }
        mailbox.close();

        assertThat(out.toString(StandardCharsets.US_ASCII))
                .startsWith(":0\r\n:1\r\n")
                .endsWith(":98\r\n:99\r\n");
    }

    @Test
    void a_client_that_takes_nothing_is_hung_up_on() throws Exception {
        var hungUp = new CountDownLatch(1);
        var mailbox = new Mailbox(peer(new Stuck(hungUp), hungUp::countDown), new Backlog(Long.MAX_VALUE));
        var message = Reply.bulk(Bytes.of(new byte[1024 * 1024]));
        for (int i = 0; i < 40; i++) {
            mailbox.put(message);
        }

        assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        mailbox.close();
    }

    private static Peer peer(OutputStream out, Runnable hangUp) {
        return new Peer("there:1", "here:2", () -> {}, out, out, () -> {}, hangUp);
    }

    /** Takes nothing until the connection is broken. */
    private static final class Stuck extends OutputStream {
        private final CountDownLatch broken;

        Stuck(CountDownLatch broken) {
            this.broken = broken;
        }

        @Override
        public void write(int single) throws IOException {
            try {
                broken.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("broken");
        }
    }
}
