package miniredis.blocking.limits;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import miniredis.blocking.Keyspace;

/** The memory for data: a keyspace is made here, and what its keys take is measured. */
public final class DataMemory {
    private final MeasuredValues values = new MeasuredValues();
    private final MeasuredLifetimes lifetimes = new MeasuredLifetimes();
    private final Limits limits;

    public DataMemory(Limits limits) {
        this.limits = limits;
    }

    /** A keyspace whose keys are kept in this memory. There should be one only. */
    public Keyspace keyspace(InstantSource clock, RandomGenerator random) {
        return new Keyspace(values, lifetimes, clock, random);
    }

    /** How many bytes keys and lifetimes take. */
    public long used() {
        return values.memory() + lifetimes.memory();
    }

    /** Whether that is more than there is, now or with a lifetime for every key. */
    public boolean isFull() {
        return used() > limits.maxMemory() || values.memory() + values.memoryOfLifetimes() > limits.mortalMemory();
    }
}
