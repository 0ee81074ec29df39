package miniredis.nio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import miniredis.nio.store.Keyspace;

/** A client and a server in one thread, without sockets: bytes go in, in any pieces, and replies come out. */
final class Conversation {
    private final Keyspace keyspace;
    private final Commands commands;
    private final Batch batch = new Batch();
    private final Reply reply = new Reply();
    private final ReadBuffer readBuffer = new ReadBuffer();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Outbox outbox = new Outbox(collecting(received), ByteBuffer.allocateDirect(1000));
    private final Client client = new Client(1, 0, "there:1", "here:2", new Client.Pusher() {
        @Override
        public Reply begin(Reply current) {
            return current;
        }

        @Override
        public void end(Reply message, Reply current) {
            // it is sent with the other replies
        }
    });
    private boolean closed;
    private Inbox inbox = new Inbox(readBuffer);
    private Parser parser;
    private long now = 1_000_000_000_000L;

    Conversation() {
        this(1 << 30);
    }

    Conversation(long maxMemory) {
        keyspace = new Keyspace(() -> Instant.ofEpochMilli(now()), maxMemory);
        commands = new Commands(keyspace, Limits.within(1 << 30, maxMemory, 100), new Log());
        parser = new Parser(keyspace.blobs());
    }

    /** The client's next bytes; null when the connection has been closed. */
    void send(byte[] bytes) {
        if (closed) {
            return;
        }
        var arriving = arriving(bytes);
        try {
            while (inbox.fill(arriving, ReadBuffer.SIZE) > 0) {
                carryOut();
                if (closed) {
                    return;
                }
                inbox.putAside();
                Arrays.fill(readBuffer.bytes(), (byte) '!'); // other connections use it meanwhile
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void send(String latin1) {
        send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What has been received since the last time. */
    String received() {
        var text = received.toString(StandardCharsets.ISO_8859_1);
        received.reset();
        return text;
    }

    String ask(String latin1) {
        send(latin1);
        return received();
    }

    boolean isClosed() {
        return closed;
    }

    void reconnect() {
        inbox = new Inbox(readBuffer);
        closed = false;
        parser = new Parser(keyspace.blobs());
    }

    /** Bytes of memory that hold data or unfinished requests. */
    long usedMemory() {
        return keyspace.usedMemory();
    }

    void sleep(long millis) {
        now += millis;
    }

    /** A request as clients send it. */
    static String request(String... arguments) {
        var text = new StringBuilder("*" + arguments.length + "\r\n");
        for (var each : arguments) {
            text.append('$').append(each.length()).append("\r\n").append(each).append("\r\n");
        }
        return text.toString();
    }

    private long now() {
        return now;
    }

    private void carryOut() {
        reply.begin(outbox, client);
        do {
            batch.fill(parser, inbox);
            for (int i = 0; i < batch.count(); i++) {
                if (!commands.run(client, batch.request(i), reply)) {
                    closed = true;
                    batch.clear();
                    return;
                }
            }
            batch.clear();
        } while (batch.hasMore());
        if (batch.error() != null) {
            reply.error(batch.error());
            parser.abandon();
            closed = true;
        }
        reply.flush();
    }

    private static ReadableByteChannel arriving(byte[] bytes) {
        return new OpenChannel.Source(ByteBuffer.wrap(bytes));
    }

    private static WritableByteChannel collecting(ByteArrayOutputStream target) {
        return new OpenChannel.Sink(target, Integer.MAX_VALUE);
    }
}
