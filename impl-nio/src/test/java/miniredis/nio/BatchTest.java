package miniredis.nio;

import static miniredis.nio.Conversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import miniredis.nio.store.Keyspace;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Keyspace keyspace = new Keyspace(InstantSource.system(), Long.MAX_VALUE);
    private final Batch batch = new Batch();

    @Test
    void takesSoManyRequestsAndLeavesTheRest() throws IOException {
        var parser = new Parser(keyspace.blobs());
        var inbox = inbox(request("INCR", "n").repeat(Batch.SIZE + 1) + "*1\r\n$4\r\nPI");

        batch.fill(parser, inbox);
        assertThat(batch.count()).isEqualTo(Batch.SIZE);
        assertThat(batch.hasMore()).isTrue();
        batch.fill(parser, inbox);
        assertThat(batch.count()).isEqualTo(1);
        assertThat(batch.hasMore()).isFalse();
    }

    @Test
    void aMistakeComesAfterTheRequestsBeforeIt() throws IOException {
        batch.fill(new Parser(keyspace.blobs()), inbox(request("PING") + "*x\r\n" + request("PING")));

        assertThat(batch.count()).isEqualTo(1);
        assertThat(batch.error()).contains("invalid multibulk length");
        assertThat(batch.hasMore()).isFalse();
    }

    @Test
    void requestsThatWereNeverCarriedOutAreNotTheNextClients() throws IOException {
        batch.fill(new Parser(keyspace.blobs()), inbox(request("GET", "secret") + request("GET", "secret")));
        batch.fill(new Parser(keyspace.blobs()), inbox(request("PING")));

        assertThat(batch.count()).isEqualTo(1);
        assertThat(batch.request(0).argument(0).text(10)).isEqualTo("PING");
    }

    private static Inbox inbox(String bytes) throws IOException {
        var inbox = new Inbox(new ReadBuffer());
        inbox.fill(
                new OpenChannel.Source(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))), ReadBuffer.SIZE);
        return inbox;
    }
}
