package miniredis.spec.steps;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Expected.OneReply;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.RequestText;
import org.jspecify.annotations.Nullable;

/**
 * Replies as features write them: a value, an error, and replies with replies in them, {@code ["message", key "news", "hello"]},
 * {@code push [...]}, {@code {"proto": 3, ...}}. Replies that are known exactly are expected byte for byte.
 */
final class ReplyNotation {
    private static final Pattern INTEGERS = Pattern.compile("an integer from (-?\\d+) to (-?\\d+)");
    private static final Pattern INTEGER = Pattern.compile("the integer (-?\\d+)");
    private static final Pattern KEY_AND_VALUE = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\"): (.*)");
    private static final String AND_MORE = "...";

    private final Keys keys;

    ReplyNotation(Keys keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException when it is not a reply */
    OneReply read(String text) {
        return oneOf(text, this::one);
    }

    /** Among other replies a number is an integer. */
    private OneReply item(String text) {
        return oneOf(text, choice -> choice.matches("-?\\d+") ? Expected.integer(Long.parseLong(choice)) : one(choice));
    }

    /** Servers of different versions answer differently: {@code "no" or "yes"}. */
    private static OneReply oneOf(String text, Function<String, OneReply> reader) {
        var choices = OutsideQuotes.split(text, " or ").stream().map(reader).toList();
        if (choices.size() == 1) {
            return choices.get(0);
        }
        var begins = choices.stream()
                .map(ReplyNotation::knownOfWire)
                .reduce(ReplyNotation::commonBeginning)
                .orElse("");
        return new Expected.Shaped(text, reply -> choices.stream().anyMatch(choice -> choice.accepts(reply)), begins);
    }

    private static String knownOfWire(OneReply expected) {
        return expected.wire().map(Bytes::text).orElseGet(expected::knownOfWire);
    }

    private static String commonBeginning(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private OneReply one(String text) {
        if (text.startsWith("[")) {
            return list("the array " + text, "*", inside(text, "["), Reply.ArrayReply.class);
        } else if (text.startsWith("push [")) {
            return list(text, ">", inside(text, "push ["), Reply.PushReply.class);
        } else if (text.startsWith("in any order [")) {
            return inAnyOrder(text, "", inside(text, "in any order ["), Reply.ArrayReply.class);
        } else if (text.startsWith("{")) {
            return inAnyOrder("the map " + text, "%", inside(text, "{"), Reply.MapReply.class);
        }
        return scalar(text);
    }

    private OneReply scalar(String text) {
        var integer = INTEGER.matcher(text);
        var integers = INTEGERS.matcher(text);
        if (integer.matches()) {
            return Expected.integer(Long.parseLong(integer.group(1)));
        } else if (integers.matches()) {
            return new Expected.IntegerFrom(Long.parseLong(integers.group(1)), Long.parseLong(integers.group(2)));
        }
        return switch (text) {
            case "OK" -> Expected.OK;
            case "PONG" -> Expected.PONG;
            case "null" -> Expected.NULL;
            case "QUEUED" -> exactly(text, "+QUEUED\r\n");
            case "the null array" -> exactly(text, "*-1\r\n");
            case "the null of RESP3" -> exactly(text, "_\r\n");
            case "an error" -> new Expected.AnyError();
            case "an integer" -> new Expected.Shaped(text, Reply.IntegerReply.class::isInstance, ":");
            case "anything" -> new Expected.Shaped(text, reply -> true, "");
            case "a text" -> ofText(text, any -> true);
            default -> described(text);
        };
    }

    private OneReply described(String text) {
        if (text.startsWith("key ")) {
            var key = keys.onTheWire(RequestText.bytes(text.substring("key ".length())));
            return exactly(text, Bytes.text(Expected.bulkString(key).bytes()));
        } else if (text.startsWith("the simple string ")) {
            return exactly(text, "+" + quoted(text, "the simple string ") + "\r\n");
        } else if (text.startsWith("a text with ")) {
            var wanted = quoted(text, "a text with ");
            return ofText(text, found -> found.contains(wanted));
        } else if (text.startsWith("a text without ")) {
            var unwanted = quoted(text, "a text without ");
            return ofText(text, found -> !found.contains(unwanted));
        } else if (text.startsWith("the error that begins with ")) {
            var wanted = quoted(text, "the error that begins with ");
            return new Expected.Shaped(
                    text,
                    reply -> reply instanceof Reply.ErrorReply error
                            && error.text().startsWith(wanted),
                    "-");
        } else if (text.startsWith("the error ")) {
            return Expected.error(RequestText.bytes(text.substring("the error ".length())));
        }
        return Expected.bulkString(RequestText.bytes(text));
    }

    private static OneReply exactly(String words, String wire) {
        return Expected.exactlyInResp3(words, Bytes.of(wire));
    }

    private static OneReply ofText(String words, Predicate<String> condition) {
        return new Expected.Shaped(
                words,
                reply -> {
                    var text = textOf(reply);
                    return text != null && condition.test(text);
                },
                "");
    }

    private OneReply list(String words, String begins, List<String> items, Class<? extends Reply> type) {
        boolean more = !items.isEmpty() && items.get(items.size() - 1).equals(AND_MORE);
        var parts = (more ? items.subList(0, items.size() - 1) : items)
                .stream().map(this::item).toList();
        if (!more && parts.stream().allMatch(part -> part.wire().isPresent())) {
            var bytes = parts.stream().map(part -> part.wire().orElseThrow()).toList();
            return exactly(words, begins + parts.size() + "\r\n" + Bytes.text(Bytes.concat(bytes)));
        }
        return new Expected.Shaped(words, reply -> type.isInstance(reply) && fit(parts, itemsOf(reply), more), begins);
    }

    private static boolean fit(List<OneReply> parts, @Nullable List<Reply> replies, boolean more) {
        return replies != null
                && (more ? replies.size() >= parts.size() : replies.size() == parts.size())
                && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).accepts(replies.get(i)));
    }

    private OneReply inAnyOrder(String words, String begins, List<String> items, Class<? extends Reply> type) {
        boolean more = items.contains(AND_MORE);
        var wanted = items.stream()
                .filter(item -> !item.equals(AND_MORE))
                .map(item -> (type == Reply.MapReply.class ? keyAndValue(item) : List.of(item))
                        .stream().map(this::item).toList())
                .toList();
        return new Expected.Shaped(
                words, reply -> type.isInstance(reply) && fitInAnyOrder(wanted, itemsOf(reply), more), begins);
    }

    /** @param wanted the key and the value of a map belong together; of an array, each item stands alone */
    private static boolean fitInAnyOrder(List<List<OneReply>> wanted, @Nullable List<Reply> replies, boolean more) {
        if (replies == null
                || !more
                        && replies.size()
                                != wanted.stream().mapToInt(List::size).sum()) {
            return false;
        }
        return wanted.stream()
                .allMatch(parts -> IntStream.rangeClosed(0, replies.size() - parts.size())
                        .filter(at -> at % parts.size() == 0)
                        .anyMatch(at -> fit(parts, replies.subList(at, at + parts.size()), false)));
    }

    private static List<String> keyAndValue(String pair) {
        var matcher = KEY_AND_VALUE.matcher(pair);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a key and a value: " + pair);
        }
        return List.of(matcher.group(1), matcher.group(2));
    }

    private static @Nullable List<Reply> itemsOf(Reply reply) {
        if (reply instanceof Reply.MapReply map) {
            return map.keysAndValues();
        }
        return reply instanceof Reply.ArrayReply array ? array.items() : ((Reply.PushReply) reply).items();
    }

    /** Text that is a bulk string, or what RESP3 has for text that people read. */
    static @Nullable String textOf(Reply reply) {
        if (reply instanceof Reply.BulkString bulk) {
            return Bytes.text(bulk.bytes());
        }
        return reply instanceof Reply.VerbatimString verbatim ? Bytes.text(verbatim.bytes()) : null;
    }

    /** The items between the brackets, after the opening one. */
    private static List<String> inside(String text, String opening) {
        return OutsideQuotes.split(text.substring(opening.length(), text.length() - 1), ",").stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The text between quotes after this. */
    private static String quoted(String text, String behind) {
        return Bytes.text(ByteText.unescape(text.substring(behind.length() + 1, text.length() - 1)));
    }
}
