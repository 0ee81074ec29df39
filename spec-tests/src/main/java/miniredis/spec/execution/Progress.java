package miniredis.spec.execution;

import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.ScenarioResult;

/** Receives the progress of a run. Calls come from many threads. */
public interface Progress {
    /** Says nothing. */
    Progress NONE = new Progress() {};

    /** The server accepts connections; this many scenarios will be run. */
    default void begins(int scenarios) {}

    /** Only one instance can run at a time, and many scenarios are to be run again. */
    default void oneAtATime() {}

    /** One scenario begins, or is waited for again. */
    default void started(SpecScenario scenario) {}

    /** One scenario was run; if it did not pass, it will be run again alone. */
    default void ran(SpecScenario scenario, boolean passed) {}

    /** So many scenarios are run again, each alone on a server. */
    default void againAlone(int scenarios) {}

    /** One of those has its verdict. */
    default void judgedAlone(SpecScenario scenario, boolean passed) {}

    /** The same, and its verdict; the results of all together may still change how one is explained. */
    default void judged(ScenarioResult result) {}
}
