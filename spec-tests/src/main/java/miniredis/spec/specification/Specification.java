package miniredis.spec.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.commons.support.ResourceSupport;

/**
 * Features, in reading order.
 *
 * @param folder where those come from that are not built in; empty where all are
 */
public record Specification(List<SpecFeature> features, Optional<Path> folder) {
    /** The last step that the built-in features have. */
    public static final int LAST_STEP = 5;

    /** Own features that don't say to which step they belong come after all steps. */
    static final int OWN_STEP = LAST_STEP + 1;

    public static final List<String> STEP_TITLES =
            List.of("", "TCP server", "protocol", "commands", "expiry", "extensions", "own");

    /** Of step 5, in reading order; each can be run alone. A feature of step 5 has the name of its area as a tag. */
    public static final List<String> AREAS =
            List.of("clients", "keys", "set-options", "metrics", "pubsub", "transactions");

    public Specification(List<SpecFeature> features) {
        this(features, Optional.empty());
    }

    /** The built-in features, read from the class path: from the folder under Maven, from the jar without it. */
    public static Specification load() {
        return Loaded.SPECIFICATION;
    }

    /** Read once: checking a selection and playing it need the same features. */
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
                        return read(file.getName(), in.readAllBytes());
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .sorted(Comparator.comparing(Specification::inReadingOrder))
                .toList();
        if (features.isEmpty()) {
            throw new IllegalStateException("There are no features on the class path.");
        }
        return new Specification(features);
    }

    /** The ninth chapter of a part comes before the tenth. */
    private static String inReadingOrder(SpecFeature feature) {
        return feature.path().replaceAll("/(\\d)-", "/0$1-");
    }

    private static SpecFeature read(String path, byte[] text) {
        var faults = new ArrayList<FeatureFault>();
        var feature = FeatureReader.read(path, URI.create("classpath:" + path), text, faults::add);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.get(0).said().toString());
        }
        return feature.orElseThrow();
    }

    /** These features, and then those of a folder. */
    public Specification with(List<SpecFeature> own, Path from) {
        return new Specification(Stream.concat(features.stream(), own.stream()).toList(), Optional.of(from));
    }

    /** Steps 1 to {@code last} of it, and what belongs to no step. */
    public Specification upTo(int last) {
        return new Specification(
                features.stream()
                        .filter(feature -> feature.step() <= last || feature.step() == OWN_STEP)
                        .toList(),
                folder);
    }

    /** Whether none of it is built in. */
    public boolean isOwn() {
        return features.stream().allMatch(SpecFeature::isOwn);
    }

    /** The scenarios that are not built in. */
    public Set<SpecScenario> own() {
        return features.stream()
                .filter(SpecFeature::isOwn)
                .flatMap(SpecFeature::scenarios)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Stream<SpecScenario> scenarios() {
        return features.stream().flatMap(SpecFeature::scenarios);
    }
}
