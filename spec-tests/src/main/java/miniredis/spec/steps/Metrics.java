package miniredis.spec.steps;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Numbers that a server reports about itself, read over the runner's own connection. Some of them follow events a little later:
 * so a claim about one is checked again until it holds, for ten seconds at most.
 */
final class Metrics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int MOST_READINGS = 10;
    private static final Pattern FIELD = Pattern.compile("\"(.*)\" of INFO");
    private static final String OBSERVER = "client that looks at the server";

    private final World world;
    private final Map<String, Long> remembered = new HashMap<>();

    Metrics(World world) {
        this.world = world;
    }

    /** Clients of an earlier scenario may still be disconnecting: so the number is read until it stays the same, for a while. */
    void remember(String metric) {
        long number = number(metric);
        for (int i = 0; i < MOST_READINGS; i++) {
            world.pause(PAUSE);
            long again = number(metric);
            if (again == number) {
                break;
            }
            number = again;
        }
        remembered.put(metric, number);
    }

    private long number(String metric) {
        var answer = ask(metric);
        return read(metric, answer).orElseThrow(() -> mismatch(metric, "a number", answer));
    }

    void require(String metric, Change change) {
        long before = remembered.getOrDefault(metric, 0L);
        if (!change.absolute() && !remembered.containsKey(metric)) {
            throw new IllegalStateException("Nobody has remembered " + metric);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = ask(metric);
            var now = read(metric, answer);
            if (now.isPresent() && change.fits(before, now.getAsLong())) {
                return;
            }
            if (answer.ending() != Ending.ANSWERED || System.nanoTime() > end) {
                var words = change.inWords() + (change.absolute() ? "" : " than " + before);
                throw mismatch(metric, words, answer);
            }
            world.pause(PAUSE);
        }
    }

    private Answer ask(String metric) {
        return world.observer(OBSERVER).command(request(metric));
    }

    private static List<byte[]> request(String metric) {
        return List.of(Bytes.of(command(metric)));
    }

    /** The command that tells this number. */
    static String command(String metric) {
        return metric.equals("DBSIZE") ? metric : "INFO";
    }

    private static OptionalLong read(String metric, Answer answer) {
        if (!(answer.reading() instanceof Reading.Whole whole)) {
            return OptionalLong.empty();
        }
        if (metric.equals("DBSIZE")) {
            return whole.reply() instanceof Reply.IntegerReply size
                    ? OptionalLong.of(size.value())
                    : OptionalLong.empty();
        }
        var field = FIELD.matcher(metric);
        var text = ReplyNotation.textOf(whole.reply());
        return text == null || !field.matches() ? OptionalLong.empty() : number(field.group(1), text);
    }

    /** {@code db0:keys} is the number after {@code keys=} in the line that begins with {@code db0:}. No such line: 0. */
    private static OptionalLong number(String field, String info) {
        var parts = field.split(":");
        var line = info.lines().filter(each -> each.startsWith(parts[0] + ":")).findFirst();
        if (line.isEmpty()) {
            return parts.length == 2 ? OptionalLong.of(0) : OptionalLong.empty();
        }
        var value = Pattern.compile(parts.length == 2 ? "\\b" + parts[1] + "=(\\d+)" : "^[^:]*:(\\d+)(?:\\.\\d+)?$")
                .matcher(line.get());
        return value.find() ? OptionalLong.of(Long.parseLong(value.group(1))) : OptionalLong.empty();
    }

    private Mismatch mismatch(String metric, String expected, Answer answer) {
        var client = world.observer(OBSERVER);
        return new Mismatch(new Evidence(
                client.lastSent(), new Expected.Metric(metric, expected), Actual.of(answer.ending(), answer.bytes())));
    }
}
