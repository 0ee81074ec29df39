package miniredis.spec.specification;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/**
 * The feature files of a user's folder, with all below it, in the order of their names.
 *
 * @param features those that could be read
 * @param faults what is wrong with them, as far as reading them tells
 */
public record OwnFeatures(List<SpecFeature> features, List<FeatureFault> faults) {

    /** @throws UsageException when there is no such folder, or no feature file in it */
    public static OwnFeatures in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(Message.of("usage.no-features-folder", folder));
        }
        var features = new ArrayList<SpecFeature>();
        var faults = new ArrayList<FeatureFault>();
        for (var file : files(folder)) {
            FeatureReader.read(shown(file), file.toUri(), bytes(file), faults::add)
                    .ifPresent(features::add);
        }
        addDuplicates(features, faults);
        return new OwnFeatures(List.copyOf(features), List.copyOf(faults));
    }

    private static List<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            var files = all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".feature"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException(Message.of("usage.no-features", folder));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder %s can't be read.".formatted(folder), unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file %s can't be read.".formatted(file), unreadable);
        }
    }

    /** As the user named the folder, with the separator that features have everywhere. */
    private static String shown(Path file) {
        return file.normalize().toString().replace(File.separatorChar, '/');
    }

    /** An id belongs to one scenario only, even to a built-in one that is not played. */
    private static void addDuplicates(List<SpecFeature> features, List<FeatureFault> faults) {
        Map<String, SpecScenario> taken = new HashMap<>();
        Specification.load().scenarios().forEach(scenario -> taken.putIfAbsent(scenario.outline(), scenario));
        new Specification(features).scenarios().filter(OwnFeatures::hasItsOwnId).forEach(scenario -> {
            var first = taken.putIfAbsent(scenario.outline(), scenario);
            if (first != null) {
                var place = "%s:%d".formatted(first.path(), first.line());
                faults.add(new FeatureFault(
                        scenario.path(), scenario.line(), Message.of("fault.duplicate-id", scenario.outline(), place)));
            }
        });
    }

    /** The first row represents its outline. */
    private static boolean hasItsOwnId(SpecScenario scenario) {
        return scenario.id().equals(scenario.outline()) || scenario.id().endsWith(".1");
    }
}
