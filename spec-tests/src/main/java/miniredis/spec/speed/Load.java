package miniredis.spec.speed;

/**
 * What one run of redis-benchmark found.
 *
 * @param requests how many were sent
 */
public record Load(long requests, double requestsPerSecond, double p50, double p99, double max) {
    public double seconds() {
        return requests / requestsPerSecond;
    }
}
