package miniredis.spec.bench;

/**
 * What one run of redis-benchmark found.
 *
 * @param requests how many were sent
 * @param generatorSeconds processor time redis-benchmark used itself; NaN where that is unknown
 */
record Load(long requests, double requestsPerSecond, double p50, double p99, double max, double generatorSeconds) {
    double seconds() {
        return requests / requestsPerSecond;
    }
}
