package miniredis.spec.steps;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;

/** The end of a scenario. */
public final class Hooks {
    /** Own features need not say to which step they belong: they come after all steps. */
    private static final int STEP_OF_NONE = 6;

    /** The server answers differently each time, so another framing shows nothing. */
    private static final String VARIES = "@varies";

    private final World world;

    public Hooks(World world) {
        this.world = world;
    }

    /** Runs last, whatever happened. */
    @After(order = 1)
    public void end() {
        world.end();
    }

    /** Runs first. */
    @After(order = 2)
    public void conclude(Scenario scenario) {
        if (scenario.isFailed()) {
            world.askAfterSilence();
        } else {
            world.conclude(step(scenario), scenario.getSourceTagNames().contains(VARIES));
        }
    }

    private static int step(Scenario scenario) {
        return scenario.getSourceTagNames().stream()
                .filter(tag -> tag.matches("@step\\d"))
                .mapToInt(tag -> tag.charAt(5) - '0')
                .findFirst()
                .orElse(STEP_OF_NONE);
    }
}
