package miniredis.spec.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a client has sent into requests. How it was cut into packets makes no difference. See
 * https://redis.io/docs/latest/develop/reference/protocol-spec/
 *
 * @param requests those that are complete, in order
 * @param rest the bytes after them: the beginning of a request
 * @param error why the bytes after them are not a request; empty where a browser sent them; null where nothing is wrong. The
 *     server says it, unless it is empty, and closes the connection.
 */
public record RequestStream(
        List<List<String>> requests, String rest, @Nullable String error) {
    private static final long LONGEST_BULK = 512L * 1024 * 1024;

    /** Not an error, but an end: more bytes are needed. */
    private static final String INCOMPLETE = "incomplete";

    public static RequestStream of(String bytes) {
        var requests = new ArrayList<List<String>>();
        var reader = new Reader(bytes);
        int whole = 0;
        while (whole < bytes.length()) {
            try {
                var request = reader.request();
                if (!request.isEmpty() && isBrowser(Text.lower(request.get(0)))) {
                    return new RequestStream(requests, "", "");
                }
                whole = reader.at;
                if (!request.isEmpty()) {
                    requests.add(request);
                }
            } catch (RefusedException end) {
                boolean incomplete = end.error().equals(INCOMPLETE);
                return new RequestStream(requests, bytes.substring(whole), incomplete ? null : end.error());
            }
        }
        return new RequestStream(requests, "", null);
    }

    /** A request as an array of bulk strings. */
    public static String write(List<String> request) {
        var bytes = new StringBuilder("*" + request.size() + "\r\n");
        request.forEach(word -> bytes.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return bytes.toString();
    }

    private static boolean isBrowser(String name) {
        return name.equals("post") || name.equals("host:");
    }

    private static final class Reader {
        private final String bytes;
        private int at;

        Reader(String bytes) {
            this.bytes = bytes;
        }

        List<String> request() throws RefusedException {
            if (bytes.charAt(at) != '*') {
                return InlineLine.words(line('\n', 1));
            }
            long count = number(line('\r', 2).substring(1), Integer.MAX_VALUE, "invalid multibulk length");
            var words = new ArrayList<String>();
            for (long i = 0; i < count; i++) {
                words.add(bulkString());
            }
            return words;
        }

        private String bulkString() throws RefusedException {
            var header = line('\r', 2);
            if (!header.startsWith("$")) {
                char found = header.isEmpty() ? '\r' : header.charAt(0);
                throw new RefusedException("ERR Protocol error: expected '$', got '" + found + "'");
            }
            long length = number(header.substring(1), LONGEST_BULK, "invalid bulk length");
            if (length < 0) {
                throw new RefusedException("ERR Protocol error: invalid bulk length");
            }
            if (at + length + 2 > bytes.length()) {
                throw new RefusedException(INCOMPLETE);
            }
            var word = bytes.substring(at, at + (int) length);
            at += (int) length + 2;
            return word;
        }

        /** Up to the mark; it and what belongs to it are skipped unread. */
        private String line(char mark, int passedOver) throws RefusedException {
            int end = bytes.indexOf(mark, at);
            if (end < 0 || end + passedOver > bytes.length()) {
                throw new RefusedException(INCOMPLETE);
            }
            var line = bytes.substring(at, end);
            at = end + passedOver;
            return line;
        }

        private static long number(String text, long most, String mistake) throws RefusedException {
            var number = Text.integer(text);
            if (number.isEmpty() || number.getAsLong() > most) {
                throw new RefusedException("ERR Protocol error: " + mistake);
            }
            return number.getAsLong();
        }
    }
}
