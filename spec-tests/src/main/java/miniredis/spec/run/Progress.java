package miniredis.spec.run;

import miniredis.spec.specification.SpecScenario;

/** Is told how the run goes on. Calls come from many threads. */
public interface Progress {
    /** Says nothing. */
    Progress NONE = new Progress() {};

    /** The server accepts connections; this many scenarios will be played side by side. */
    default void begins(int scenarios) {}

    /** One scenario was played; if it did not pass, it will be played again alone. */
    default void played(SpecScenario scenario, boolean passed) {}

    /** So many scenarios are played again, each alone on a fresh server. */
    default void againAlone(int scenarios) {}

    /** One of those has its verdict. */
    default void judgedAlone(SpecScenario scenario, boolean passed) {}
}
