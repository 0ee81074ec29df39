package miniredis.spec.server;

import java.util.Set;
import java.util.function.LongToDoubleFunction;
import miniredis.spec.proc.ProcessTable;

/**
 * The resources that a server uses at a moment.
 *
 * @param bytes of memory that are in use; NaN where that is not known
 * @param files that are open, sockets among them; NaN where that is not known
 */
public record ResourceUse(double bytes, double files) {
    /** Of all these processes together. */
    public static ResourceUse of(Set<Long> processIds) {
        return new ResourceUse(sum(processIds, ProcessTable::residentBytes), sum(processIds, ProcessTable::openFiles));
    }

    private static double sum(Set<Long> processIds, LongToDoubleFunction ofOne) {
        return processIds.isEmpty()
                ? Double.NaN
                : processIds.stream().mapToDouble(ofOne::applyAsDouble).sum();
    }
}
