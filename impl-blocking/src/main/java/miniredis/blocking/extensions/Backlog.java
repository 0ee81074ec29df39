package miniredis.blocking.extensions;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits in all mailboxes. A mailbox that holds more than 32 MB is given up, as in Redis ({@code client-output-buffer-limit
 * pubsub}). When all mailboxes together hold too much, the fullest one is given up.
 */
final class Backlog {
    private static final long MOST_OF_ONE = 32L * 1024 * 1024;

    private final long mostOfAll;
    private final AtomicLong total = new AtomicLong();
    private final Set<Mailbox> filled = ConcurrentHashMap.newKeySet();

    /** @param mostOfAll in bytes */
    Backlog(long mostOfAll) {
        this.mostOfAll = mostOfAll;
    }

    /** A mailbox now holds so many bytes more, or fewer if negative. */
    void add(Mailbox mailbox, long bytes) {
        filled.add(mailbox);
        if (total.addAndGet(bytes) > mostOfAll) {
            filled.stream().max(Comparator.comparingLong(Mailbox::size)).ifPresent(this::giveUp);
        } else if (mailbox.size() > MOST_OF_ONE) {
            giveUp(mailbox);
        }
    }

    private void giveUp(Mailbox mailbox) {
        mailbox.giveUp();
        remove(mailbox);
    }

    /** A mailbox no longer holds anything. */
    void remove(Mailbox mailbox) {
        if (filled.remove(mailbox)) {
            total.addAndGet(-mailbox.drain());
        }
    }
}
