package miniredis.spec.speed;

/**
 * What one run of redis-benchmark found.
 *
 * @param requests how many were sent
 * @param generatorSeconds processor time redis-benchmark used itself; NaN where that is unknown
 */
public record Load(
        long requests, double requestsPerSecond, double p50, double p99, double max, double generatorSeconds) {
    public double seconds() {
        return requests / requestsPerSecond;
    }
}
