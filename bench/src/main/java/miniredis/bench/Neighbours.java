package miniredis.bench;

/**
 * What the other programs of this machine do meanwhile. Their work takes processor time from the server and from the load, so a
 * measurement can wait for a quiet moment, and be repeated when it was disturbed, until the time set aside for that is used up.
 */
final class Neighbours {
    static final double QUIET_PERCENT = 20;

    private static final double SAMPLE_SECONDS = 0.15;

    private double secondsLeft;

    /** @param seconds how long waiting and repeating may take in all */
    Neighbours(double seconds) {
        this.secondsLeft = seconds;
    }

    /** Returns when the others have become quiet, or the time is up. */
    void awaitQuiet() {
        while (secondsLeft > 0) {
            var sample = new Sample();
            Idle.seconds(SAMPLE_SECONDS);
            double percent = sample.percentBeside(0);
            secondsLeft -= SAMPLE_SECONDS;
            if (!(percent > QUIET_PERCENT)) {
                return;
            }
        }
    }

    /** Whether a measurement that took so long, and was disturbed so much, should be made again. */
    boolean worthRepeating(double percent, double seconds) {
        if (!(percent > QUIET_PERCENT) || secondsLeft <= 0) {
            return false;
        }
        secondsLeft -= seconds;
        return true;
    }

    /** A time that begins now. */
    static final class Sample {
        private final long started = System.nanoTime();
        private final double busy = ProcessorTime.ofMachine();
        private final double own = ProcessorTime.ofThisProcess();

        /** Processor time of others since then, in percent of one processor; NaN where unknown. */
        double percentBeside(double secondsOfServerAndLoad) {
            double elapsed = (System.nanoTime() - started) / 1e9;
            double others =
                    ProcessorTime.ofMachine() - busy - (ProcessorTime.ofThisProcess() - own) - secondsOfServerAndLoad;
            return Math.max(0, others) / elapsed * 100;
        }
    }
}
