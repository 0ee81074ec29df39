package miniredis.spec.board;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.Status;
import org.jspecify.annotations.Nullable;

/**
 * How far one server is: what a run tells the board. It travels as JSON.
 *
 * @param name whose it is
 * @param parts in reading order, each chapter that was run
 * @param first what to fix first; null where everything passed
 * @param causes how many causes there are
 * @param at when the board was told, in milliseconds since 1970; 0 until then
 */
record Standing(String name, List<Part> parts, @Nullable First first, int causes, long at) {
    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_PARTS = 100;
    private static final int MOST_SCENARIOS = 100_000;

    /** A chapter: how many of its scenarios pass. */
    record Part(int step, String title, int passed, int of) {}

    /** The first cause to fix, and the scenario that shows it. */
    record First(String id, String title) {}

    /** What this run tells. */
    static Standing of(String name, RunResult run) {
        var parts = new ArrayList<Part>();
        for (var feature : run.selection().specification().features()) {
            var results = run.scenarios().stream()
                    .filter(result -> result.scenario().path().equals(feature.path()))
                    .toList();
            if (!results.isEmpty()) {
                int passed = (int) results.stream()
                        .filter(result -> result.status() == Status.PASSED)
                        .count();
                parts.add(new Part(feature.step(), feature.title(), passed, results.size()));
            }
        }
        var first = run.causes().stream().findFirst().map(Standing::first).orElse(null);
        return new Standing(name, parts, first, run.causes().size(), 0);
    }

    private static First first(RankedCause cause) {
        return new First(cause.first().scenario().id(), shortened(cause.cause().title()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    String json() {
        return GSON.toJson(this);
    }

    /** The standing in a request, if the page can show it; its time is the board's. */
    static Optional<Standing> received(String json, long now) {
        try {
            var sent = GSON.fromJson(json, Standing.class);
            return sent != null && sent.isSound()
                    ? Optional.of(new Standing(sent.name().strip(), sent.parts(), sent.first(), sent.causes(), now))
                    : Optional.empty();
        } catch (JsonParseException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    /** Any field may be missing in a request. */
    @SuppressWarnings("ConstantValue")
    boolean isSound() {
        return isShort(name, LONGEST_NAME)
                && parts != null
                && !parts.isEmpty()
                && parts.size() <= MOST_PARTS
                && parts.stream().allMatch(Standing::isSound)
                && (first == null || isShort(first.id(), LONGEST_NAME) && isShort(first.title(), LONGEST_TEXT))
                && causes >= 0
                && causes <= MOST_SCENARIOS;
    }

    @SuppressWarnings("ConstantValue")
    private static boolean isSound(Part part) {
        return part != null
                && part.step() >= 0
                && part.step() < MOST_PARTS
                && isShort(part.title(), LONGEST_TEXT)
                && part.passed() >= 0
                && part.passed() <= part.of()
                && part.of() <= MOST_SCENARIOS;
    }

    private static boolean isShort(@Nullable String text, int most) {
        return text != null
                && !text.isBlank()
                && text.length() <= most
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
