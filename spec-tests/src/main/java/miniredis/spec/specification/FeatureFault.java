package miniredis.spec.specification;

import java.util.Comparator;
import miniredis.spec.i18n.Message;

/**
 * What keeps a feature file from being played.
 *
 * @param path as in {@link SpecFeature}
 * @param what it is, and what to do
 */
public record FeatureFault(String path, int line, Message what) implements Comparable<FeatureFault> {
    private static final Comparator<FeatureFault> IN_READING_ORDER =
            Comparator.comparing(FeatureFault::path).thenComparingInt(FeatureFault::line);

    /** As a compiler would say it: file, line, what is wrong. */
    public Message said() {
        return Message.of("fault.at", path, line, what);
    }

    @Override
    public int compareTo(FeatureFault other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
