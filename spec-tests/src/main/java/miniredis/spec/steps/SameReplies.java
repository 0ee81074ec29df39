package miniredis.spec.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ArrayReply;
import miniredis.spec.wire.Reply.BulkString;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.MapReply;
import miniredis.spec.wire.Reply.PushReply;
import miniredis.spec.wire.Reply.SetReply;
import miniredis.spec.wire.Reply.VerbatimString;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Whether the same requests, sent again, got the same replies. That is more than equal bytes: a server that walks over a hash
 * table may list the same elements in another order each time, as Redis does with COMMAND LIST while its table of commands still
 * grows.
 */
final class SameReplies {
    private SameReplies() {}

    /** @param timeMoves whether an integer that is a reply by itself may differ by one: a time to live, a second later */
    static boolean are(byte[] first, byte[] second, boolean timeMoves) {
        if (Arrays.equals(first, second)) {
            return true;
        }
        int a = 0;
        int b = 0;
        while (a < first.length && b < second.length) {
            // RESP3 has all of RESP2, and whether the types were in place was judged when they were received first.
            if (!(ReplyReader.read(first, a, first.length, ReplyReader.Protocol.RESP3) instanceof Reading.Whole one)
                    || !(ReplyReader.read(second, b, second.length, ReplyReader.Protocol.RESP3)
                            instanceof Reading.Whole other)) {
                return false;
            }
            boolean same = inOrder(one.reply()).equals(inOrder(other.reply()));
            if (!same && !(timeMoves && areOneApart(one.reply(), other.reply()))) {
                return false;
            }
            a = one.end();
            b = other.end();
        }
        return a == first.length && b == second.length;
    }

    private static boolean areOneApart(Reply one, Reply other) {
        return one instanceof IntegerReply a && other instanceof IntegerReply b && Math.abs(a.value() - b.value()) <= 1;
    }

    /**
     * The reply as text, with the elements of each aggregate in alphabetical order; a map's pairs stay together, and a push, whose
     * order says what it is, as it came.
     */
    private static String inOrder(Reply reply) {
        if (reply instanceof BulkString bulk) {
            return "$" + Bytes.text(bulk.bytes());
        }
        if (reply instanceof VerbatimString verbatim) {
            return "=" + Bytes.text(verbatim.bytes());
        }
        if (reply instanceof ArrayReply array && array.items() != null) {
            return "*" + sorted(texts(array.items()).stream());
        }
        if (reply instanceof SetReply set) {
            return "~" + sorted(texts(set.items()).stream());
        }
        if (reply instanceof PushReply push) {
            return ">" + String.join("", texts(push.items()));
        }
        if (reply instanceof MapReply map) {
            var texts = texts(map.keysAndValues());
            return "%"
                    + sorted(IntStream.range(0, texts.size() / 2)
                            .mapToObj(pair -> texts.get(2 * pair) + texts.get(2 * pair + 1)));
        }
        return reply.toString();
    }

    /** Each with its length first, so that two lists have the same text only when they have the same elements. */
    private static List<String> texts(List<Reply> items) {
        return items.stream()
                .map(SameReplies::inOrder)
                .map(text -> text.length() + ":" + text)
                .toList();
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining());
    }
}
