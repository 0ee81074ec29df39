package miniredis.spec.specification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/**
 * Which scenarios a run is about.
 *
 * @param specification what they are chosen from
 * @param upToStep the last step that counts; empty for the last one there is (but only the six commands: step 5 is asked for)
 * @param area the only area of step 5 that counts
 * @param scenario the ids of the only scenarios or outlines, as {@link ScenarioNames#parse} reads them
 * @param seed what random commands are chosen by
 * @param strict whether {@code @exact} scenarios belong to it; one that is asked for by its id does in any case
 */
public record Selection(
        Specification specification,
        OptionalInt upToStep,
        Optional<String> area,
        Optional<String> scenario,
        boolean strict,
        long seed) {
    /** What random commands are chosen by, by default, so that the same server always gets the same verdict. */
    public static final long SEED = 1;

    private static final int LAST_STEP_OF_THE_SIX_COMMANDS = 4;
    private static final int EXTENSIONS = 5;

    /** Of the built-in features. */
    public Selection(OptionalInt upToStep, Optional<String> area, Optional<String> scenario, boolean strict) {
        this(Specification.load(), upToStep, area, scenario, strict, SEED);
    }

    /** Of the built-in features. */
    public Selection(OptionalInt upToStep, Optional<String> scenario, boolean strict) {
        this(upToStep, Optional.empty(), scenario, strict);
    }

    /** The same choice from other features. */
    public Selection of(Specification others) {
        return new Selection(others, upToStep, area, scenario, strict, seed);
    }

    /** One scenario, or one outline, instead of all these. */
    public Selection only(String id) {
        return new Selection(specification, OptionalInt.empty(), Optional.empty(), Optional.of(id), strict, seed);
    }

    /** The same, with other random commands. */
    public Selection seeded(long other) {
        return new Selection(specification, upToStep, area, scenario, strict, other);
    }

    /** Steps 1 to 4: what a server with the six commands is judged by. */
    public static Selection everything(boolean strict) {
        return new Selection(OptionalInt.empty(), Optional.empty(), strict);
    }

    /** Steps 1 to 5: what the reference servers are judged by. */
    public static Selection withExtensions(boolean strict) {
        return new Selection(OptionalInt.of(EXTENSIONS), Optional.empty(), strict);
    }

    public int lastStep() {
        return upToStep.orElse(area.isPresent() ? EXTENSIONS : LAST_STEP_OF_THE_SIX_COMMANDS);
    }

    /** What it is limited to, for the first line of a run; empty for whole steps. */
    public String inWords() {
        return scenario.or(() -> area.map(name -> "step 5, " + name)).orElse("");
    }

    /**
     * The selected scenarios in reading order.
     *
     * @throws IllegalArgumentException when there are none, saying what there is
     */
    public List<SpecScenario> scenarios() {
        area.ifPresent(this::requireArea);
        if (lastStep() < 1 || lastStep() > Specification.LAST_STEP) {
            throw new UsageException(Message.of("usage.no-step", lastStep(), Specification.LAST_STEP));
        }
        scenario.ifPresent(this::requireScenarios);
        var selected = specification.scenarios().filter(selected()).toList();
        if (selected.isEmpty()) {
            throw new UsageException(Message.of("usage.nothing-selected"));
        }
        return selected;
    }

    private void requireArea(String name) {
        if (!Specification.AREAS.contains(name)) {
            throw new UsageException(Message.of("usage.no-area", name, String.join(", ", Specification.AREAS)));
        }
        if (lastStep() != EXTENSIONS) {
            throw new UsageException(Message.of("usage.area-of-another-step", lastStep()));
        }
    }

    /** Whether it is one scenario, or one outline. */
    public boolean isOfOne() {
        return scenario.map(ScenarioNames::parse).filter(ScenarioNames::isOne).isPresent();
    }

    private void requireScenarios(String text) {
        var names = ScenarioNames.parse(text);
        var unknown = names.firstUnknownIn(specification.scenarios().toList());
        if (unknown.isPresent() || names.names().isEmpty()) {
            throw new UsageException(noScenario(unknown.orElse(text)));
        }
    }

    private Predicate<SpecScenario> selected() {
        return scenario.map(ScenarioNames::parse)
                .<Predicate<SpecScenario>>map(names -> names::mean)
                .orElse(candidate -> isInRange(candidate) && (strict || candidate.level() == Level.PLAIN));
    }

    private boolean isInRange(SpecScenario candidate) {
        return candidate.step() == Specification.OWN_STEP
                || area.map(candidate.area()::equals).orElseGet(() -> candidate.step() <= lastStep());
    }

    private Message noScenario(String id) {
        String family = id.replaceAll("-.*", "");
        String similar = specification
                .scenarios()
                .map(SpecScenario::id)
                .filter(existing -> existing.regionMatches(true, 0, family + "-", 0, family.length() + 1))
                .map(existing -> existing.replaceAll("\\..*", ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return similar.isEmpty()
                ? Message.of("usage.no-scenario", id)
                : Message.of("usage.no-scenario-but", id, similar);
    }
}
