package miniredis.spec.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import miniredis.spec.verdict.Status;

/**
 * How far a server is, for its author's README: {@code badge.svg} to be shown as it is, and {@code badge.json} for
 * shields.io (https://shields.io/badges/endpoint-badge).
 */
final class Badge {
    private static final String LABEL = "mini-redis-spec";

    /** The average width of a letter of Verdana at this size; a badge need not be exact. */
    private static final double LETTER = 6.6;

    private static final int MARGIN = 6;

    private Badge() {}

    private record Shield(int schemaVersion, String label, String message, String color) {}

    static void write(Results run, Path folder) throws IOException {
        var shield = new Shield(1, LABEL, message(run), colour(run));
        Files.writeString(folder.resolve("badge.json"), ResultsJson.GSON.toJson(shield) + "\n");
        Files.writeString(folder.resolve("badge.svg"), svg(shield));
    }

    private static String message(Results run) {
        var steps = StepTally.steps(List.of(run)).stream()
                .map(step -> StepTally.of(run, step, scenario -> true))
                .toList();
        long whole = steps.stream().filter(StepTally::isWhole).count();
        return "%d of %d step%s, %d/%d"
                .formatted(
                        whole,
                        steps.size(),
                        steps.size() == 1 ? "" : "s",
                        run.count(Status.PASSED),
                        run.scenarios().size());
    }

    private static String colour(Results run) {
        if (run.passed()) {
            return "brightgreen";
        }
        double share =
                run.count(Status.PASSED) / (double) Math.max(1, run.scenarios().size());
        return share > 0.8 ? "yellow" : share > 0.4 ? "orange" : "red";
    }

    private static final Map<String, String> COLOURS =
            Map.of("brightgreen", "#2e8b57", "yellow", "#a88400", "orange", "#c9661b", "red", "#bf3425");

    private static String svg(Shield shield) {
        int left = width(shield.label());
        int right = width(shield.message());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
                  <title>%2$s: %3$s</title>
                  <clipPath id="corners"><rect width="%1$d" height="20" rx="3"/></clipPath>
                  <g clip-path="url(#corners)">
                    <rect width="%4$d" height="20" fill="#555"/>
                    <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/>
                  </g>
                  <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                    <text x="%7$d" y="14">%2$s</text>
                    <text x="%8$d" y="14">%3$s</text>
                  </g>
                </svg>
                """.formatted(
                        left + right,
                        shield.label(),
                        shield.message(),
                        left,
                        right,
                        COLOURS.get(shield.color()),
                        left / 2,
                        left + right / 2);
    }

    private static int width(String text) {
        return (int) Math.ceil(text.length() * LETTER) + 2 * MARGIN;
    }
}
