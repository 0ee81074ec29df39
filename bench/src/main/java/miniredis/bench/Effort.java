package miniredis.bench;

/**
 * How much time a benchmark takes.
 *
 * @param rounds how often each thing is measured of each server
 * @param seconds how long one measurement of throughput lasts
 * @param fewerKeys what the numbers of keys are divided by
 * @param secondsForQuiet how long it may wait, in all, for other programs of this machine to be quiet
 */
public record Effort(int rounds, double seconds, int fewerKeys, double secondsForQuiet) {
    public static final Effort ORDINARY = new Effort(3, 1.0, 1, 0);
    /** For a first look: the numbers of keys are a tenth. */
    public static final Effort QUICK = new Effort(2, 0.3, 10, 0);

    private static final int MOST_ROUNDS = 50;
    private static final double MOST_SECONDS = 60;

    /** @throws IllegalArgumentException outside 1 to 50 rounds, 0.1 to 60 seconds */
    public Effort {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("%d rounds: choose 1 to %d".formatted(rounds, MOST_ROUNDS));
        }
        if (!(seconds >= 0.1 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException("%s seconds: choose 0.1 to %.0f".formatted(seconds, MOST_SECONDS));
        }
    }

    int keys(int wanted) {
        return Math.max(1000, wanted / fewerKeys);
    }
}
