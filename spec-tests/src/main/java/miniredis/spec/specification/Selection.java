package miniredis.spec.specification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which scenarios a run is about.
 *
 * @param upToStep the last step that counts; empty for the last one there is (but only the six commands: step 5 is asked for)
 * @param scenario the id of the only scenario, or of the only outline
 * @param strict whether {@code @exact} scenarios belong to it; one that is asked for by its id does in any case
 */
public record Selection(OptionalInt upToStep, Optional<String> scenario, boolean strict) {
    private static final int LAST_STEP_OF_THE_SIX_COMMANDS = 4;

    /** Steps 1 to 4. */
    public static Selection everything(boolean strict) {
        return new Selection(OptionalInt.empty(), Optional.empty(), strict);
    }

    public int lastStep() {
        return upToStep.orElse(LAST_STEP_OF_THE_SIX_COMMANDS);
    }

    /**
     * The selected scenarios in reading order.
     *
     * @throws IllegalArgumentException when that is none, saying what there is
     */
    public List<SpecScenario> from(Specification specification) {
        if (specification.scenarios().noneMatch(candidate -> candidate.step() == lastStep())) {
            int last =
                    specification.scenarios().mapToInt(SpecScenario::step).max().orElse(0);
            throw new IllegalArgumentException(
                    "There is no step %d: the steps are 1 to %d.".formatted(lastStep(), last));
        }
        var selected = specification.scenarios().filter(this::contains).toList();
        if (selected.isEmpty()) {
            throw new IllegalArgumentException(
                    scenario.map(id -> noScenario(id, specification)).orElse("No scenario is selected."));
        }
        return selected;
    }

    private boolean contains(SpecScenario candidate) {
        return scenario.map(candidate::isCalled)
                .orElseGet(() -> candidate.step() <= lastStep() && (strict || candidate.level() == Level.PLAIN));
    }

    private static String noScenario(String id, Specification specification) {
        String family = id.replaceAll("-.*", "");
        String similar = specification
                .scenarios()
                .map(SpecScenario::id)
                .filter(existing -> existing.regionMatches(true, 0, family + "-", 0, family.length() + 1))
                .map(existing -> existing.replaceAll("\\..*", ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return similar.isEmpty()
                ? "There is no scenario '%s'. 'list' shows all ids.".formatted(id)
                : "There is no scenario '%s'. There are: %s.".formatted(id, similar);
    }
}
