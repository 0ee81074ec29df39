package miniredis.blocking;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread in at a time. Who comes while it is free goes in, past those who have to be woken first: that is fastest,
 * and as a rule nobody's loss. But when hundreds of threads come again and again, some are kept out for a third of a second. So
 * in a crowd everybody queues at a door, and goes in as they came.
 */
final class Queue {
    private static final int CROWD = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock door = new ReentrantLock(true);
    private final AtomicInteger here = new AtomicInteger();

    /** To be followed by {@link #leave}. */
    void enter() {
        if (here.incrementAndGet() > CROWD || door.isLocked()) {
            enterThroughTheDoor();
        } else {
            lock.lock();
        }
    }

    void leave() {
        lock.unlock();
        here.decrementAndGet();
    }

    private void enterThroughTheDoor() {
        door.lock();
        try {
            lock.lock();
        } finally {
            door.unlock();
        }
    }
}
