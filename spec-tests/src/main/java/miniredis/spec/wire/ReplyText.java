package miniredis.spec.wire;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replies as redis-cli prints them. */
public final class ReplyText {
    private static final int MOST_BYTES = 1000;

    private ReplyText() {}

    public static String of(Reply reply) {
        return of(reply, "");
    }

    private static String of(Reply reply, String margin) {
        if (reply instanceof Reply.SimpleString simple) {
            return ByteText.escape(Bytes.of(simple.text()));
        } else if (reply instanceof Reply.ErrorReply error) {
            return "(error) " + ByteText.escape(Bytes.of(error.text()));
        } else if (reply instanceof Reply.IntegerReply integer) {
            return "(integer) " + integer.value();
        } else if (reply instanceof Reply.BulkString bulk) {
            return ByteText.quote(bulk.bytes(), MOST_BYTES);
        } else if (reply instanceof Reply.VerbatimString text) {
            return ByteText.quote(text.bytes(), MOST_BYTES);
        } else if (reply instanceof Reply.ArrayReply array && array.items() != null) {
            return numbered(array.items(), margin);
        } else if (reply instanceof Reply.PushReply push) {
            return numbered(push.items(), margin);
        } else if (reply instanceof Reply.SetReply set) {
            return numbered(set.items(), margin);
        } else if (reply instanceof Reply.MapReply map) {
            return pairs(map.keysAndValues(), margin);
        }
        return reply instanceof Reply.OtherReply other ? other.line() : "(nil)";
    }

    private static String numbered(List<Reply> items, String margin) {
        return lines(items.size(), "(empty array)", margin, i -> {
            var label = "%d) ".formatted(i + 1);
            return label + of(items.get(i), margin + " ".repeat(label.length()));
        });
    }

    private static String pairs(List<Reply> keysAndValues, String margin) {
        return lines(keysAndValues.size() / 2, "(empty hash)", margin, i -> {
            var label = "%d# ".formatted(i + 1) + of(keysAndValues.get(2 * i), margin) + " => ";
            return label + of(keysAndValues.get(2 * i + 1), margin + " ".repeat(label.length()));
        });
    }

    private static String lines(int count, String none, String margin, IntFunction<String> line) {
        return count == 0 ? none : IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n" + margin));
    }
}
