package miniredis.proof.differential;

import java.util.Arrays;
import miniredis.spec.wire.ByteText;

/** All that came back from one server, and how it ended. */
record Transcript(byte[] bytes, End end) {
    enum End {
        CLOSED_BY_SERVER("then it closed the connection by itself"),
        CLOSED_AFTER_CLIENT("then it closed the connection once the client had ended its side"),
        NEVER_CLOSED("then it kept the connection open although the client had ended its side");

        private final String inWords;

        End(String inWords) {
            this.inWords = inWords;
        }
    }

    boolean equalsBytesAndEnd(Transcript other) {
        return end == other.end && Arrays.equals(bytes, other.bytes);
    }

    /** The first byte that differs, in an excerpt that shows it. */
    String inWords(Transcript reference) {
        int from = Math.max(0, Arrays.mismatch(bytes, reference.bytes) - 60);
        int to = Math.min(bytes.length, from + 400);
        return "%s%s%s (%,d bytes), %s"
                .formatted(
                        from > 0 ? "…" : "",
                        ByteText.escape(bytes, from, to),
                        to < bytes.length ? "…" : "",
                        bytes.length,
                        end.inWords);
    }
}
