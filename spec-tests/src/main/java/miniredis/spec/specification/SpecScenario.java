package miniredis.spec.specification;

/**
 * One example of a law: a scenario, or a row of an outline.
 *
 * @param id {@code INCR-03}; for the second row of an outline {@code INCR-03.2}
 * @param path of its feature file, as in {@link SpecFeature}
 * @param line of the scenario, or of the row
 * @param text its steps as the feature writes them, with the row's values, each on its line
 */
public record SpecScenario(
        String id,
        String title,
        int step,
        Level level,
        String path,
        int line,
        String rule,
        String reference,
        String text) {

    /** Whether {@code name} means this scenario: its id, or the id of its outline. Capitals don't matter. */
    public boolean isCalled(String name) {
        return id.equalsIgnoreCase(name) || id.substring(0, dot()).equalsIgnoreCase(name);
    }

    /** Whether it has a key live for a while, and so takes a second or two in which there is nothing to do. */
    public boolean waits() {
        return text.contains("lifetime of \"");
    }

    private int dot() {
        return id.indexOf('.') < 0 ? id.length() : id.indexOf('.');
    }

    /** Where Cucumber says it is. */
    public String location() {
        return "classpath:" + path + ":" + line;
    }
}
