package miniredis.spec.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.ByteText;

/**
 * Reads the rows of a table: what was sent, expected and received, and whether a pattern is in it.
 *
 * <p>A request is written in words ({@code GET k}), or as bytes after {@code raw:}. In bytes ¶ stands for CR LF. What was
 * expected may be a name in brackets instead, and an end in brackets may come before what was received.
 */
final class PatternTable {
    private static final Pattern ENDED = Pattern.compile("(?s)<(silent|closed|reset|stuck|died)> ?(.*)");
    private static final Pattern INTEGERS = Pattern.compile("<(\\d+) to (\\d+)>");

    private PatternTable() {}

    /** Asks this pattern alone, whatever the others say. */
    static void check(List<FailurePattern> patterns, String name, Evidence evidence, boolean fits) {
        assertThat(hint(patterns, name, evidence).isPresent()).isEqualTo(fits);
    }

    static Optional<Message> hint(List<FailurePattern> patterns, String name, Evidence evidence) {
        var pattern = patterns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return pattern.hint().apply(evidence);
    }

    static Evidence evidence(String sent, String expected, String received) {
        return new Evidence(request(sent), expectation(expected), actual(received));
    }

    /** The same where everything that was expected had come before. */
    static Evidence surplus(String sent, String expected, String received) {
        return Evidence.ofSurplus(request(sent), expectation(expected), bytes(received));
    }

    private static byte[] request(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        if (text.startsWith("raw:")) {
            return bytes(text.substring("raw:".length()));
        }
        var words = text.split(" ");
        return Stream.of(words)
                .map(word -> "$%d\r\n%s\r\n".formatted(word.length(), word))
                .collect(Collectors.joining("", "*" + words.length + "\r\n", ""))
                .getBytes(ISO_8859_1);
    }

    private static Expected expectation(String text) {
        var integers = INTEGERS.matcher(text);
        if (integers.matches()) {
            return new Expected.IntegerFrom(Long.parseLong(integers.group(1)), Long.parseLong(integers.group(2)));
        }
        return switch (text) {
            case "<error>" -> new Expected.AnyError();
            case "<pong>" -> new Expected.Pong();
            case "<nothing>" -> new Expected.Nothing();
            case "<no more>" -> new Expected.NoMore();
            case "<open>" -> new Expected.StaysOpen();
            case "<closed>" -> new Expected.Closed();
            case "<any reply>" -> new Expected.AnyReply();
            default -> new Expected.TheseBytes(bytes(text));
        };
    }

    private static Actual actual(String text) {
        var ended = ENDED.matcher(text);
        if (!ended.matches()) {
            return new Actual.Answered(bytes(text));
        }
        var received = bytes(ended.group(2));
        return switch (ended.group(1)) {
            case "silent" -> new Actual.Silence(received);
            case "closed" -> new Actual.Closed(received);
            case "reset" -> new Actual.Reset(received);
            case "stuck" -> new Actual.Stuck(received);
            default -> new Actual.Died(received, "exited with code 1");
        };
    }

    private static byte[] bytes(String text) {
        return ByteText.unescape(text.replace("¶", "\\r\\n"));
    }
}
