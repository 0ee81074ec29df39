package miniredis.blocking.extensions;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import miniredis.blocking.Peer;
import miniredis.blocking.Reply;

/**
 * What is on its way to a client that listens. Whoever publishes puts a message in and goes on; a thread of the mailbox's own
 * waits for the client to take it. A client that does not read is hung up on when too much has piled up: it must cost neither the
 * publisher its time nor the server its memory. Redis draws the line at 32 MB, too ({@code client-output-buffer-limit pubsub}).
 */
final class Mailbox {
    private static final long MOST_BYTES = 32 * 1024 * 1024;
    private static final long LAST_WORDS_SECONDS = 5;
    private static final Reply END = new Resp3.NoArray();

    private final Peer peer;
    private final LinkedBlockingQueue<Reply> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private Thread postman;

    Mailbox(Peer peer) {
        this.peer = peer;
    }

    synchronized boolean isInUse() {
        return postman != null;
    }

    /** From now on everything goes through here. */
    synchronized void use() {
        if (postman == null) {
            postman = new Thread(this::deliver, "postman");
            postman.setDaemon(true);
            postman.start();
        }
    }

    void put(Reply reply) {
        if (bytes.addAndGet(size(reply)) > MOST_BYTES) {
            peer.hangUp().run();
            return;
        }
        waiting.add(reply);
    }

    /** Bulk strings are what can be large. */
    private static long size(Reply reply) {
        if (reply instanceof Reply.BulkString bulk) {
            return 16L + bulk.content().length();
        } else if (reply instanceof Resp3.In in) {
            return 32 + size(in.reply());
        } else if (reply instanceof Resp3.Push push) {
            return push.elements().stream().mapToLong(Mailbox::size).sum();
        } else if (reply instanceof Reply.Array array) {
            return array.elements().stream().mapToLong(Mailbox::size).sum();
        }
        return 64;
    }

    private void deliver() {
        try {
            for (var next = waiting.take(); next != END; next = waiting.take()) {
                new ReplyWriter(peer.out(), 2).write(next);
                bytes.addAndGet(-size(next));
                if (waiting.isEmpty()) {
                    peer.out().flush();
                }
            }
            peer.out().flush();
        } catch (IOException left) {
            peer.hangUp().run();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers what is there, if the client takes it in time, and ends. */
    void close() {
        Thread thread;
        synchronized (this) {
            thread = postman;
        }
        if (thread == null) {
            return;
        }
        waiting.add(END);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
