package miniredis.blocking.limits;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import miniredis.blocking.Keyspace;

/** The memory for data: makes a keyspace, and measures the memory that its keys take. */
public final class DataMemory {
    private final MeasuredValues values = new MeasuredValues();
    private final MeasuredLifetimes lifetimes = new MeasuredLifetimes();
    private final Limits limits;

    public DataMemory(Limits limits) {
        this.limits = limits;
    }

    /** A keyspace whose keys are kept in this memory. To be called only once. */
    public Keyspace keyspace(InstantSource clock, RandomGenerator random) {
        return new Keyspace(values, lifetimes, clock, random);
    }

    /** How many bytes keys and lifetimes take. */
    public long used() {
        return values.memory() + lifetimes.memory();
    }

    /** Whether a limit is exceeded, either now or if every key had a lifetime. */
    public boolean isFull() {
        return used() > limits.maxMemory() || values.memory() + values.memoryOfLifetimes() > limits.mortalMemory();
    }
}
