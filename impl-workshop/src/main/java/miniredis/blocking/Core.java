package miniredis.blocking;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server as the {@link Extensions} see it: the six commands, the keys, and the one lock over them. Whoever holds
 * {@link #lock} does several things as one.
 */
public final class Core {
    /** The end of a key without a lifetime. */
    public static final long NEVER = Lifetimes.NEVER;

    private final Commands commands;
    private final Keyspace keyspace;
    private final Limits limits;
    private final InstantSource clock;

    Core(Commands commands, Keyspace keyspace, Limits limits, InstantSource clock) {
        this.commands = commands;
        this.keyspace = keyspace;
        this.limits = limits;
        this.clock = clock;
    }

    /** What each command holds while it is carried out. */
    public Object lock() {
        return keyspace;
    }

    /** Carries out one of the commands of the workshop, or says that there is no such command. */
    public Reply execute(List<Bytes> request) {
        return commands.execute(request);
    }

    /** The error for a request that can't be carried out, whatever its arguments mean. */
    public Optional<Reply> refusal(List<Bytes> request) {
        return commands.refusal(request);
    }

    /** Milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }

    /** @return the value, or {@code null} if there is no such key */
    public @Nullable Bytes get(Bytes key) {
        return keyspace.get(key);
    }

    /** @return when the key ends, in milliseconds since 1970, or {@link #NEVER}; there must be such a key */
    public long end(Bytes key) {
        return keyspace.end(key);
    }

    /** Stores a value with its end, or {@link #NEVER}; an end that has passed leaves no key. */
    public void put(Bytes key, Bytes value, long end) {
        keyspace.put(key, value, end);
    }

    /** @return whether there was such a key */
    public boolean delete(Bytes key) {
        return keyspace.delete(key);
    }

    /** Deletes all keys. */
    public void clear() {
        keyspace.clear();
    }

    /** How many keys take up memory, ended or not. */
    public int size() {
        return keyspace.size();
    }

    /** How many of them have a lifetime. */
    public int mortal() {
        return keyspace.mortal();
    }

    /** How many keys have ended so far because their lifetime was over. */
    public long expired() {
        return keyspace.expired();
    }

    /** Whether data takes all the memory there is for it. */
    public boolean isFull() {
        return keyspace.isTooLargeFor(limits);
    }

    /** How many bytes there are for data. */
    public long maxMemory() {
        return limits.maxMemory();
    }

    /** How many bytes unread replies of all clients together may take. */
    public long clientMemory() {
        return limits.clientMemory();
    }

    /** How many clients may be connected. */
    public int maxClients() {
        return limits.clients();
    }

    /** How many bytes keys and lifetimes take. */
    public long memory() {
        return keyspace.memory();
    }
}
