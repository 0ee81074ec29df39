package miniredis.spec.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.commons.support.ResourceSupport;

/** All features, in reading order. */
public record Specification(List<SpecFeature> features) {
    public static final List<String> STEP_TITLES =
            List.of("", "TCP server", "protocol", "commands", "expiry", "extensions");

    /** Of step 5, in reading order; each can be had alone. A feature of step 5 has the name of its area as a tag. */
    public static final List<String> AREAS =
            List.of("clients", "keys", "set-options", "metrics", "pubsub", "transactions");

    /** Reads the features from the class path: from the folder under Maven, from the jar without it. */
    public static Specification load() {
        return Loaded.SPECIFICATION;
    }

    /** Read once: whoever checks a selection and whoever plays it ask for the same. */
    private static final class Loaded {
        static final Specification SPECIFICATION = read();
    }

    private static Specification read() {
        var files = ResourceSupport.findAllResourcesInPackage(
                "features", ResourceFilter.of(resource -> resource.getName().endsWith(".feature")));
        // Half of the time that a single scenario takes is the reading of the features: so each core reads some.
        var features = files.parallelStream()
                .map(file -> {
                    try (var in = file.getInputStream()) {
                        return FeatureReader.read(file.getName(), in.readAllBytes());
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .sorted(Comparator.comparing(SpecFeature::path))
                .toList();
        if (features.isEmpty()) {
            throw new IllegalStateException("There are no features on the class path.");
        }
        return new Specification(features);
    }

    /** Steps 1 to {@code last} of it. */
    public Specification upTo(int last) {
        return new Specification(
                features.stream().filter(feature -> feature.step() <= last).toList());
    }

    public Stream<SpecScenario> scenarios() {
        return features.stream()
                .flatMap(feature -> feature.rules().stream())
                .flatMap(rule -> rule.scenarios().stream());
    }
}
