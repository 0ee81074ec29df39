package miniredis.blocking.extensions;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import miniredis.blocking.Reply;
import miniredis.blocking.RespWriter;

/**
 * The messages on their way to a client that has subscribed. A publisher adds a message and continues; the mailbox's own thread
 * waits for the client to take it. A client that does not read is disconnected when too much has piled up, so that it costs
 * neither the publisher's time nor the server's memory. {@link Backlog} decides when.
 */
final class Mailbox {
    private static final long LAST_WORDS_SECONDS = 5;
    private static final Reply END = new Replies.NoArray();

    private final Peer peer;
    private final Backlog backlog;
    private final LinkedBlockingQueue<Reply> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Thread postman = new Thread(this::deliver, "postman");

    /** From now on everything for this client goes through the mailbox. */
    Mailbox(Peer peer, Backlog backlog) {
        this.peer = peer;
        this.backlog = backlog;
        postman.setDaemon(true);
        postman.start();
    }

    void put(Reply reply) {
        waiting.add(reply);
        bytes.addAndGet(size(reply));
        backlog.add(this, size(reply));
    }

    /** How many bytes wait here. */
    long size() {
        return bytes.get();
    }

    /** Sets the count of bytes to zero. @return the count before */
    long drain() {
        return bytes.getAndSet(0);
    }

    /** Discards what waits, and ends the connection. */
    void giveUp() {
        waiting.clear();
        peer.hangUp().run();
    }

    /** Only bulk strings can be large. */
    private static long size(Reply reply) {
        if (reply instanceof Reply.BulkString bulk) {
            return 16L + bulk.content().length();
        } else if (reply instanceof Replies.In in) {
            return 32 + size(in.reply());
        } else if (reply instanceof Replies.Push push) {
            return push.elements().stream().mapToLong(Mailbox::size).sum();
        } else if (reply instanceof Reply.Array array) {
            return array.elements().stream().mapToLong(Mailbox::size).sum();
        }
        return 64;
    }

    private void deliver() {
        try {
            var out = peer.messages();
            var writer = new RespWriter(out);
            for (var next = waiting.take(); next != END; next = waiting.take()) {
                writer.write(next);
                bytes.addAndGet(-size(next));
                backlog.add(this, -size(next));
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
            out.flush();
        } catch (IOException left) {
            peer.hangUp().run();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers what waits, if the client takes it in time, and ends. */
    void close() {
        waiting.add(END);
        try {
            postman.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        postman.interrupt();
        backlog.remove(this);
    }
}
