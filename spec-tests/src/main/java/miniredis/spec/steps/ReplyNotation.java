package miniredis.spec.steps;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Replies with replies in them, as features write them: {@code ["message", key "news", "hello"]}, {@code push [...]},
 * {@code {"proto": 3, ...}}. What is known to the last byte is expected to the last byte.
 */
final class ReplyNotation {
    private static final Pattern SIMPLE = Pattern.compile("(?:the simple string )(\".*\")");
    private static final Pattern INTEGERS = Pattern.compile("an integer from (-?\\d+) to (-?\\d+)");
    private static final Pattern INTEGER = Pattern.compile("(?:the integer )?(-?\\d+)");
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private final Keys keys;

    ReplyNotation(Keys keys) {
        this.keys = keys;
    }

    /** Part of a reply: what fits, and its bytes where there is only one form. */
    private record Part(Predicate<Reply> fits, Optional<byte[]> wire) {
        static Part exactly(Expected.Exactly expected) {
            return new Part(expected::accepts, expected.wire());
        }

        static Part like(Predicate<Reply> fits) {
            return new Part(fits, Optional.empty());
        }
    }

    /** @throws IllegalArgumentException when it is no reply */
    Expected.OneReply expectation(String text) {
        var alternatives = alternatives(text);
        if (alternatives.size() > 1) {
            return oneOf(
                    text,
                    alternatives.stream()
                            .map(choice -> Notation.expectation(choice, keys))
                            .toList());
        }
        var part = part(text);
        return part.wire()
                .<Expected.OneReply>map(bytes -> Expected.exactlyInResp3(inWords(text), bytes))
                .orElseGet(() -> new Expected.Shaped(inWords(text), part.fits(), beginning(text)));
    }

    /** Servers of different versions answer differently: {@code "no" or "yes"}. */
    static List<String> alternatives(String text) {
        return OutsideQuotes.split(text, " or ");
    }

    private static Expected.OneReply oneOf(String text, List<Expected.OneReply> choices) {
        var begins = choices.stream()
                .map(ReplyNotation::knownOfWire)
                .reduce(ReplyNotation::commonBeginning)
                .orElse("");
        return new Expected.Shaped(text, reply -> choices.stream().anyMatch(one -> one.accepts(reply)), begins);
    }

    private static String knownOfWire(Expected.OneReply expected) {
        return expected.wire()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElseGet(expected::knownOfWire);
    }

    private static String commonBeginning(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private static String inWords(String text) {
        return text.startsWith("[") ? "the array " + text : text.startsWith("{") ? "the map " + text : text;
    }

    private static String beginning(String text) {
        return switch (text.charAt(0)) {
            case '[' -> "*";
            case '{' -> "%";
            default ->
                text.startsWith("push")
                        ? ">"
                        : text.startsWith("the error") ? "-" : text.equals("an integer") ? ":" : "";
        };
    }

    private Part part(String text) {
        var alternatives = alternatives(text);
        if (alternatives.size() > 1) {
            var parts = alternatives.stream().map(this::part).toList();
            return Part.like(
                    reply -> parts.stream().anyMatch(part -> part.fits().test(reply)));
        } else if (text.startsWith("[")) {
            return list("*", inside(text, 1), Reply.ArrayReply.class);
        } else if (text.startsWith("push [")) {
            return list(">", inside(text, "push [".length()), Reply.PushReply.class);
        } else if (text.startsWith("in any order [")) {
            var items = inside(text, "in any order [".length());
            return Part.like(
                    reply -> reply instanceof Reply.ArrayReply array && fitInAnyOrder(items, array.items(), 1));
        } else if (text.startsWith("{")) {
            var pairs = inside(text, 1);
            return Part.like(
                    reply -> reply instanceof Reply.MapReply map && fitInAnyOrder(pairs, map.keysAndValues(), 2));
        } else if (text.startsWith("key ")) {
            var key = keys.onTheWire(Notation.bytes(text.substring("key ".length())));
            return Part.exactly(Expected.bulkString(key));
        }
        return scalar(text);
    }

    private Part scalar(String text) {
        var integer = INTEGER.matcher(text);
        var simple = SIMPLE.matcher(text);
        var integers = INTEGERS.matcher(text);
        if (integer.matches()) {
            return Part.exactly(Expected.integer(Long.parseLong(integer.group(1))));
        } else if (simple.matches()) {
            return Part.exactly(Expected.simpleString(latin1(simple.group(1))));
        } else if (integers.matches()) {
            return Part.like(new Expected.IntegerFrom(
                    Long.parseLong(integers.group(1)), Long.parseLong(integers.group(2)))::accepts);
        }
        return switch (text) {
            case "QUEUED" -> Part.exactly(Expected.simpleString("QUEUED"));
            case "the null array" -> Part.exactly(Expected.exactlyInResp3(text, ascii("*-1\r\n")));
            case "the null of RESP3" -> Part.exactly(Expected.exactlyInResp3(text, ascii("_\r\n")));
            case "an integer" -> Part.like(Reply.IntegerReply.class::isInstance);
            case "anything" -> Part.like(reply -> true);
            case "a text" -> Part.like(reply -> isText(reply, any -> true));
            default -> described(text);
        };
    }

    private Part described(String text) {
        if (text.startsWith("a text with ")) {
            var wanted = latin1(text.substring("a text with ".length()));
            return Part.like(reply -> isText(reply, found -> found.contains(wanted)));
        } else if (text.startsWith("a text without ")) {
            var unwanted = latin1(text.substring("a text without ".length()));
            return Part.like(reply -> isText(reply, found -> !found.contains(unwanted)));
        } else if (text.startsWith("the error that begins with ")) {
            var wanted = latin1(text.substring("the error that begins with ".length()));
            return Part.like(reply ->
                    reply instanceof Reply.ErrorReply error && error.text().startsWith(wanted));
        }
        var simple = Notation.simpleExpectation(text);
        return simple instanceof Expected.Exactly exactly ? Part.exactly(exactly) : Part.like(simple::accepts);
    }

    private Part list(String kind, List<String> items, Class<? extends Reply> type) {
        boolean more = !items.isEmpty() && items.get(items.size() - 1).equals("...");
        var parts = (more ? items.subList(0, items.size() - 1) : items)
                .stream().map(this::part).toList();
        Predicate<Reply> fits = reply -> type.isInstance(reply) && fit(parts, itemsOf(reply), more);
        if (more || parts.stream().anyMatch(part -> part.wire().isEmpty())) {
            return Part.like(fits);
        }
        var wire = new ByteArrayOutputStream();
        wire.writeBytes(ascii(kind + parts.size() + "\r\n"));
        parts.forEach(part -> wire.writeBytes(part.wire().orElseThrow()));
        return new Part(fits, Optional.of(wire.toByteArray()));
    }

    private static boolean fit(List<Part> parts, @Nullable List<Reply> replies, boolean more) {
        if (replies == null || replies.size() < parts.size() || !more && replies.size() > parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).fits().test(replies.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @param width how many replies belong together: 2 for the key and the value of a map */
    private boolean fitInAnyOrder(List<String> items, @Nullable List<Reply> replies, int width) {
        boolean more = items.contains("...");
        int wanted = items.size() - (more ? 1 : 0);
        if (replies == null || !more && replies.size() != wanted * width || replies.size() % width != 0) {
            return false;
        }
        return items.stream().filter(item -> !item.equals("...")).allMatch(item -> {
            var parts = (width == 1 ? List.of(item) : keyAndValue(item))
                    .stream().map(this::part).toList();
            for (int at = 0; at < replies.size(); at += width) {
                if (fit(parts, replies.subList(at, at + width), false)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<String> keyAndValue(String pair) {
        var matcher = Pattern.compile("(" + QUOTED + "): (.*)").matcher(pair);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a key and a value: " + pair);
        }
        return List.of(matcher.group(1), matcher.group(2));
    }

    private static @Nullable List<Reply> itemsOf(Reply reply) {
        return reply instanceof Reply.ArrayReply array ? array.items() : ((Reply.PushReply) reply).items();
    }

    private static boolean isText(Reply reply, Predicate<String> condition) {
        var text = textOf(reply);
        return text != null && condition.test(text);
    }

    /** Text that is a bulk string, or what RESP3 has for text that people read. */
    static @Nullable String textOf(Reply reply) {
        if (reply instanceof Reply.BulkString bulk) {
            return new String(bulk.bytes(), StandardCharsets.ISO_8859_1);
        }
        return reply instanceof Reply.VerbatimString verbatim
                ? new String(verbatim.bytes(), StandardCharsets.ISO_8859_1)
                : null;
    }

    /** The items between the brackets, the first of which begins at {@code from}. */
    private static List<String> inside(String text, int from) {
        return OutsideQuotes.split(text.substring(from, text.length() - 1), ",").stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String latin1(String quoted) {
        return new String(ByteText.unescape(quoted.substring(1, quoted.length() - 1)), StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
