package miniredis.spec.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A reply, or, with the types at the end, a description of the replies that are allowed. See
 * https://redis.io/docs/latest/develop/reference/protocol-spec/
 */
public sealed interface Reply {
    record Simple(String text) implements Reply {}

    record Failure(String text) implements Reply {}

    record Int(long number) implements Reply {}

    record Bulk(String bytes) implements Reply {}

    /** The null bulk string of RESP2. */
    record Null() implements Reply {}

    /** The null array of RESP2. */
    record NullArray() implements Reply {}

    /** The null of RESP3. */
    record Null3() implements Reply {}

    record Array(List<Reply> elements) implements Reply {}

    /** A message that is not the reply to a request; an array in RESP2. */
    record Push(List<Reply> elements) implements Reply {}

    /** Keys and values in turn, as RESP3 writes a map. */
    record Pairs(List<Reply> elements) implements Reply {}

    /** A reply that no command of this model gets. */
    record Other(String text) implements Reply {}

    /** Allowed: an integer from {@code low} to {@code high}; where exactness is not asked for, one less as well. */
    record Between(long low, long high) implements Reply {}

    /** Allowed: any of these. */
    record OneOf(List<Reply> choices) implements Reply {}

    /** Allowed: an array of these, in any order. */
    record AnyOrder(List<Reply> elements) implements Reply {}

    /** Allowed: any integer. */
    record AnyInt() implements Reply {}

    /** Allowed: any description of the server that names this protocol. */
    record Description(int protocol) implements Reply {}

    static Reply ok() {
        return new Simple("OK");
    }

    static Reply nil() {
        return new Null();
    }

    static Reply bulk(String bytes) {
        return new Bulk(bytes);
    }

    static Reply array(Reply... elements) {
        return new Array(List.of(elements));
    }

    /** Whether this is what a client gets because another has published something. */
    default boolean isMessage() {
        var elements = this instanceof Push push ? push.elements() : this instanceof Array a ? a.elements() : List.of();
        return elements.size() >= 3
                && List.of(bulk("message"), bulk("pmessage")).contains(elements.get(0));
    }

    /** As the features write replies. */
    default String shown() {
        if (this instanceof Simple simple) {
            return simple.text();
        } else if (this instanceof Failure failure) {
            return "the error \"" + failure.text() + "\"";
        } else if (this instanceof Int number) {
            return "the integer " + number.number();
        } else if (this instanceof Between range) {
            return range.low() == range.high()
                    ? "the integer " + range.low()
                    : "an integer from %d to %d".formatted(range.low(), range.high());
        } else if (this instanceof Bulk bulk) {
            return Text.shown(bulk.bytes());
        } else if (this instanceof Array array) {
            return listed("[", array.elements(), "]");
        } else if (this instanceof Push push) {
            return listed("push [", push.elements(), "]");
        } else if (this instanceof Pairs pairs) {
            return listed("{", pairs.elements(), "}");
        } else if (this instanceof AnyOrder all) {
            return listed("in any order [", all.elements(), "]");
        } else if (this instanceof OneOf any) {
            return listed("one of ", any.choices(), "");
        } else if (this instanceof Other other) {
            return other.text();
        } else if (this instanceof Description) {
            return "a description of the server";
        }
        return this instanceof Null
                ? "null"
                : this instanceof NullArray
                        ? "the null array"
                        : this instanceof Null3 ? "the null of RESP3" : "an integer";
    }

    private static String listed(String before, List<Reply> replies, String after) {
        return replies.stream().map(Reply::shown).collect(Collectors.joining(", ", before, after));
    }

    /** As this protocol, 2 or 3, writes it. */
    default Reply in(int protocol) {
        if (protocol == 3) {
            return this instanceof Null || this instanceof NullArray ? new Null3() : this;
        }
        return this instanceof Push push ? new Array(push.elements()) : this;
    }

    /**
     * Whether this, as a description, allows what came.
     *
     * @param exact whether errors have to be equal byte for byte and rounded times to the second
     */
    default boolean allows(Reply actual, boolean exact) {
        if (this instanceof Failure && !exact) {
            return actual instanceof Failure;
        }
        if (this instanceof Between range) {
            return actual instanceof Int i && i.number() >= range.low() - (exact ? 0 : 1) && i.number() <= range.high();
        }
        if (this instanceof OneOf any) {
            return any.choices().stream().anyMatch(choice -> choice.allows(actual, exact));
        }
        if (this instanceof AnyInt) {
            return actual instanceof Int;
        }
        if (this instanceof AnyOrder all) {
            return actual instanceof Array array && counted(all.elements()).equals(counted(array.elements()));
        }
        if (this instanceof Description description) {
            var fields = description.protocol() == 3 && actual instanceof Pairs pairs
                    ? pairs.elements()
                    : description.protocol() == 2 && actual instanceof Array array
                            ? array.elements()
                            : List.<Reply>of();
            int at = fields.indexOf(bulk("proto"));
            return at >= 0 && at + 1 < fields.size() && fields.get(at + 1).equals(new Int(description.protocol()));
        }
        if (this instanceof Array array) {
            return actual instanceof Array other && allAllow(array.elements(), other.elements(), exact);
        }
        if (this instanceof Push push) {
            return actual instanceof Push other && allAllow(push.elements(), other.elements(), exact);
        }
        return equals(actual);
    }

    private static Map<Reply, Long> counted(List<Reply> elements) {
        return elements.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean allAllow(List<Reply> expected, List<Reply> actual, boolean exact) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).allows(actual.get(i), exact)) {
                return false;
            }
        }
        return true;
    }
}
