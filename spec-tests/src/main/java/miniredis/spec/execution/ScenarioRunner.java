package miniredis.spec.execution;

import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;

/** Runs one scenario in the calling thread, whatever becomes of it. */
interface ScenarioRunner {
    Attempt run(SpecScenario scenario, ScenarioContext context);
}
