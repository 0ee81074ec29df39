package miniredis.spec.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import miniredis.spec.cucumber.PhraseCheck;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.specification.FeatureFault;
import miniredis.spec.specification.OwnFeatures;
import miniredis.spec.specification.Specification;

/**
 * Where features come from.
 *
 * @param folder of features that are not built in; empty for none
 * @param only whether the built-in ones don't count
 */
public record FeatureSource(Optional<Path> folder, boolean only) {
    /**
     * Reads them, and checks that each of their steps is a phrase.
     *
     * @throws UsageException when there is no folder, or a file in it can't be played; the message lists every fault in every
     *     file
     */
    public Specification read() {
        if (only && folder.isEmpty()) {
            throw new UsageException(Message.of("usage.features-only"));
        }
        return folder.map(this::read).orElseGet(Specification::load);
    }

    private Specification read(Path from) {
        var own = OwnFeatures.in(from);
        var faults = new ArrayList<>(own.faults());
        faults.addAll(PhraseCheck.faultsIn(own.features()));
        if (!faults.isEmpty()) {
            throw new UsageException(Message.inLines(
                    faults.stream().sorted().map(FeatureFault::said).distinct().toList()));
        }
        return only
                ? new Specification(own.features(), Optional.of(from))
                : Specification.load().with(own.features(), from);
    }
}
