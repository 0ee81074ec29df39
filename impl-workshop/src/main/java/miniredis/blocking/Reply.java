package miniredis.blocking;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reply to a command. {@link RespWriter} knows how each kind looks on the wire. */
public sealed interface Reply {
    SimpleString OK = new SimpleString("OK");

    /** A short status without line breaks: {@code +OK}. */
    record SimpleString(String text) implements Reply {}

    /** An error, code word first: {@code -ERR syntax error}. */
    record ErrorMessage(String text) implements Reply {}

    /** {@code :42} */
    record WholeNumber(long value) implements Reply {}

    /** Any bytes, with their length before them. */
    record BulkString(Bytes content) implements Reply {}

    /** There is no such value: {@code $-1}. Not the same as an empty value. */
    record Absent() implements Reply {}

    /** A list of replies. */
    record Array(List<Reply> elements) implements Reply {}

    /** Another kind, for a server that goes beyond the workshop. */
    non-sealed interface Extended extends Reply {
        /** Writes itself, as one or more of the kinds above, or piece by piece. */
        void writeTo(RespWriter writer) throws IOException;
    }

    static Reply number(long value) {
        return new WholeNumber(value);
    }

    static Reply yesOrNo(boolean answer) {
        return number(answer ? 1 : 0);
    }

    /** @param content {@code null} if there is no such value */
    static Reply bulk(@Nullable Bytes content) {
        return content == null ? new Absent() : new BulkString(content);
    }

    static Reply array(Reply... elements) {
        return new Array(List.of(elements));
    }
}
