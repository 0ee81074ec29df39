package miniredis.spec.cucumber;

import java.util.List;
import miniredis.spec.specification.Specification;

/**
 * Cucumber's runners, kept from run to run. Each has to read the step classes once, and that takes longer than a scenario;
 * repeated runs pay for it only the first time.
 */
public final class WarmRunners {
    private final CucumberLauncher launcher =
            new CucumberLauncher(List.of(), new Specification(List.of()), message -> {});

    /** Several runs may use it at the same time; closing it ends nothing. */
    public CucumberLauncher launcher() {
        return launcher;
    }
}
