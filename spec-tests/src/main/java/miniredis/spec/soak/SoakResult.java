package miniredis.spec.soak;

import java.util.List;

/**
 * How a soak went.
 *
 * @param troubles wrong replies and broken connections, at most a few; none is what one hopes for
 * @param samples memory and open files, from before the first client came until the last had gone
 */
public record SoakResult(double seconds, long connections, long requests, List<String> troubles, List<Sample> samples) {
    private static final double LEVEL = 1.15;
    private static final int FILES_LEFT_OVER = 10;

    /** @param megabytes resident; NaN, like {@code openFiles}, where there is no /proc */
    public record Sample(double second, double megabytes, double openFiles) {}

    /** The highest memory in a part of the time, such as the third of four quarters. */
    public double megabytesInQuarter(int quarter) {
        int size = samples.size();
        return samples
                .subList((quarter - 1) * size / 4, Math.max(quarter * size / 4, (quarter - 1) * size / 4 + 1))
                .stream()
                .mapToDouble(Sample::megabytes)
                .max()
                .orElse(Double.NaN);
    }

    /** Whether the last quarter needed no more memory than the second and third, but for a little. */
    public boolean isMemoryLevel() {
        double before = Math.max(megabytesInQuarter(2), megabytesInQuarter(3));
        return !(megabytesInQuarter(4) > before * LEVEL);
    }

    /** Whether connections that ended were given back. */
    public boolean areFilesGivenBack() {
        return !(last().openFiles() > first().openFiles() + FILES_LEFT_OVER);
    }

    public Sample first() {
        return samples.get(0);
    }

    public Sample last() {
        return samples.get(samples.size() - 1);
    }

    public boolean isGood() {
        return troubles.isEmpty() && isMemoryLevel() && areFilesGivenBack();
    }
}
