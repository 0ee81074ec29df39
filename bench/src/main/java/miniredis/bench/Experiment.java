package miniredis.bench;

import miniredis.spec.server.ServerUnavailable;

/** How a suite's question is answered. */
interface Experiment {
    /** About how long it takes. */
    double expectedSeconds(int servers, Effort effort);

    /**
     * Measures. What can't be measured becomes a gap.
     *
     * @throws ServerUnavailable when a server does not start at all
     */
    void run(Bench bench) throws ServerUnavailable;
}
