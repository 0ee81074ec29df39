package miniredis.spec.specification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of scenarios or outlines. A star in one stands for any characters: {@code INCR-*}. Capitals don't matter. */
public record ScenarioNames(List<String> names) {
    private static final String STAR = "*";

    /** @param text the names, with commas between them */
    public static ScenarioNames parse(String text) {
        return new ScenarioNames(Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Whether there is one, and no star in it. */
    public boolean isOne() {
        return names.size() == 1 && !names.get(0).contains(STAR);
    }

    public boolean mean(SpecScenario scenario) {
        return names.stream().anyMatch(name -> means(name, scenario));
    }

    /** The first that matches none of these. */
    public Optional<String> firstUnknownIn(List<SpecScenario> scenarios) {
        return names.stream()
                .filter(name -> scenarios.stream().noneMatch(scenario -> means(name, scenario)))
                .findFirst();
    }

    public static boolean means(String name, SpecScenario scenario) {
        return name.contains(STAR) ? pattern(name).matcher(scenario.id()).matches() : scenario.isCalled(name);
    }

    private static Pattern pattern(String name) {
        var regex = Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
