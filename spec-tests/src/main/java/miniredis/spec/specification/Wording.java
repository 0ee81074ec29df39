package miniredis.spec.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the wording of a scenario tells about it before it runs; the vocabulary is that of features/README.md. */
final class Wording {
    /** So many requests, or so many bytes, are felt by whoever talks to the same server meanwhile. */
    static final int A_FLOOD = 5000;

    static final Pattern SEVERAL_CLIENTS =
            Pattern.compile("(another|the other|a slow|a silent|a second|a third) client|\\d+ clients");

    static final Pattern DEPARTURE = Pattern.compile("client (hangs up|breaks the connection|stops sending)");

    private static final Pattern AMOUNT = Pattern.compile("\\b(\\d{1,9}) (?:times|bytes|keys)\\b");
    private static final int BYTES_IN_A_FLOOD = 100;
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");
    private static final Set<String> COMMANDS = Set.of("PING", "GET", "SET", "INCR", "EXPIRE", "TTL");

    /** Phrases that send a command without naming it. */
    private static final Map<String, String> PHRASES = new LinkedHashMap<>();

    static {
        PHRASES.put(" holds ", "SET");
        PHRASES.put(" now holds ", "GET");
        PHRASES.put(" to a value of its own", "SET");
        PHRASES.put(" holds its own value", "GET");
        PHRASES.put(" does not exist", "GET");
        PHRASES.put(" expires in ", "EXPIRE");
        PHRASES.put(" never expires", "TTL");
    }

    /** The name of a command, and what stands behind it: capitals, or the first word of what is sent. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:(?:sends |\\| )([A-Za-z]{2,})|(?<![A-Za-z0-9_-])([A-Z]{2,}))(?![A-Za-z0-9_-])(.*)");

    private Wording() {}

    /** The largest amount it speaks of, in requests; a hundred bytes count as one. */
    static int largestNumber(String text) {
        return AMOUNT.matcher(text)
                .results()
                .mapToInt(amount ->
                        Integer.parseInt(amount.group(1)) / (amount.group().endsWith("bytes") ? BYTES_IN_A_FLOOD : 1))
                .max()
                .orElse(0);
    }

    /**
     * Whether a line of it sends a command, or a command with a word somewhere behind it. Features write commands in capitals, but
     * for those that are about small letters; other words, such as "client", are prose.
     */
    static boolean sends(String text, String asked) {
        var words = asked.split(" ");
        return QUOTED.matcher(text)
                .replaceAll("\"\"")
                .lines()
                .map(COMMAND::matcher)
                .filter(Matcher::find)
                .anyMatch(line -> words[0].equalsIgnoreCase(line.group(1) == null ? line.group(2) : line.group(1))
                        && (words.length == 1
                                || List.of(line.group(3)
                                                .toUpperCase(Locale.ROOT)
                                                .split("[^A-Z]+"))
                                        .contains(words[1])));
    }

    static Set<String> commands(String text) {
        var spoken = QUOTED.matcher(text).replaceAll("\"\"");
        // Blocks of bytes have a name on a line of its own, perhaps in pieces.
        var joined = spoken.replace("\u00A6", "").replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        var words = Set.copyOf(List.of(spoken.toUpperCase(Locale.ROOT).split("[^A-Z]+")));
        var found = COMMANDS.stream()
                .filter(command -> words.contains(command) || joined.contains("\\R\\N" + command + "\\R\\N"))
                .collect(Collectors.toCollection(TreeSet::new));
        PHRASES.forEach((phrase, command) -> {
            if (spoken.contains(phrase)) {
                found.add(command);
            }
        });
        return found;
    }
}
