package example;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes in, requests out. */
final class Requests {
    private static final int MAX_LINE = 64 * 1024;
    private static final long MAX_BULK = 512L * 1024 * 1024;

    private final InputStream in;

    Requests(InputStream in) {
        this.in = in;
    }

    /** The client broke the protocol; it is unknown where the next request would begin. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    /** The next request; an empty one needs no reply; null when the client has sent all its requests. */
    List<byte[]> next() throws IOException, Malformed {
        var line = line("too big inline request");
        if (line == null || !line.startsWith("*")) {
            return line == null ? null : words(line);
        }
        var arguments = new ArrayList<byte[]>();
        for (long left = number(line.substring(1), Integer.MAX_VALUE, "invalid multibulk length"); left > 0; left--) {
            arguments.add(argument());
        }
        return arguments;
    }

    private byte[] argument() throws IOException, Malformed {
        var header = line("too big bulk count string");
        if (header == null) {
            throw new EOFException();
        }
        if (!header.startsWith("$")) {
            throw new Malformed("expected '$', got '" + (header + " ").charAt(0) + "'");
        }
        long length = number(header.substring(1), MAX_BULK, "invalid bulk length");
        if (length < 0) {
            throw new Malformed("invalid bulk length");
        }
        // This takes memory for what has arrived, not for what was announced.
        var payload = in.readNBytes((int) length);
        if (payload.length < length || in.readNBytes(2).length < 2) {
            throw new EOFException();
        }
        return payload;
    }

    /** Up to a line feed, a character for each byte; null at the end. */
    private String line(String complaint) throws IOException, Malformed {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new Malformed(complaint);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
    }

    private static long number(String text, long most, String complaint) throws Malformed {
        if (!text.matches("0|-?[1-9][0-9]{0,17}") || Long.parseLong(text) > most) {
            throw new Malformed(complaint);
        }
        return Long.parseLong(text);
    }

    /** A line typed by hand. Quotes have no meaning here. */
    private static List<byte[]> words(String line) {
        var words = line.strip();
        return words.isEmpty()
                ? List.of()
                : List.of(words.split("\\s+")).stream()
                        .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                        .toList();
    }
}
