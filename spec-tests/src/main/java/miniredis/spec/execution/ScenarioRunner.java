package miniredis.spec.execution;

import miniredis.spec.specification.SpecScenario;

/** Runs one scenario in the thread that asks, whatever becomes of it. */
interface ScenarioRunner {
    Attempt run(SpecScenario scenario, ScenarioContext context);
}
