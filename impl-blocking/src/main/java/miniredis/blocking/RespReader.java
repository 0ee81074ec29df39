package miniredis.blocking;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of bytes into requests. A request is an array of bulk strings,
 *
 * <pre>
 *     *2\r\n  $3\r\nGET\r\n  $4\r\nname\r\n
 * </pre>
 *
 * or, when its first byte is not a star, a line of words. It does not matter how the bytes were cut into packets: every read
 * waits until its bytes are there.
 */
final class RespReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_BULK = 512 * 1024 * 1024;
    private static final int MOST_ARGUMENTS = Integer.MAX_VALUE;

    private final InputStream in;

    /** @param in should be buffered: lines are read byte by byte */
    RespReader(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next request.
     *
     * @return its words; an empty list for an empty line or an empty array; {@code null} when the client has disconnected
     * @throws ProtocolException if the bytes are not a request
     * @throws BrowserException if a browser sent it
     * @throws EOFException if the client disconnected in the middle of a request
     */
    @Nullable
    List<Bytes> read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        var request = first == '*' ? readArray() : readInline(first);
        refuseBrowsers(request);
        return request;
    }

    /** An {@link ArrayList} grows as elements come in; the count before them is only a promise. */
    private List<Bytes> readArray() throws IOException {
        String header = readHeader('*', "too big mbulk count string");
        long count = lengthIn(header, MOST_ARGUMENTS, "invalid multibulk length");
        // The list grows with the arguments that arrive: a client can send any count, so no memory is reserved for it.
        var arguments = new ArrayList<Bytes>();
        for (long i = 0; i < count; i++) {
            arguments.add(readBulkString());
        }
        return arguments;
    }

    private Bytes readBulkString() throws IOException {
        var content = readExactly(readBulkLength());
        // The CRLF at the end. Redis skips two bytes without checking them.
        readByte();
        readByte();
        return Bytes.of(content);
    }

    private int readBulkLength() throws IOException {
        int kind = readByte();
        String header = readHeader(kind, "too big bulk count string");
        if (kind != '$') {
            throw new ProtocolException("expected '$', got '" + (char) kind + "'");
        }
        long length = lengthIn(header, LONGEST_BULK, "invalid bulk length");
        if (length < 0) {
            throw new ProtocolException("invalid bulk length");
        }
        return (int) length;
    }

    /** Negative counts are allowed here: Redis takes {@code *-1} for an empty array. */
    private static long lengthIn(String header, int most, String mistake) throws ProtocolException {
        var length = StrictInteger.parse(header.substring(1));
        if (length.isEmpty() || length.getAsLong() > most) {
            throw new ProtocolException(mistake);
        }
        return length.getAsLong();
    }

    private List<Bytes> readInline(int first) throws IOException {
        String line = readLine(first, '\n', "too big inline request");
        return new InlineRequest(line).split();
    }

    /** A header ends at its CR. The byte after it, the LF, is skipped without a check. */
    private String readHeader(int first, String mistake) throws IOException {
        String header = readLine(first, '\r', mistake);
        readByte();
        return header;
    }

    /**
     * Reads up to the end mark, and skips it. The length is limited, so that a line that never ends can't use up the memory.
     * Redis searches for the mark in a C string, which ends at its first NUL. So it never finds a mark that comes after a NUL.
     */
    private String readLine(int first, char end, String mistake) throws IOException {
        var line = new ByteArrayOutputStream();
        boolean endless = false;
        for (int next = first; endless || next != end; next = readByte()) {
            endless |= next == 0;
            if (line.size() == LONGEST_LINE) {
                throw new ProtocolException(mistake);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** {@code readNBytes} allocates memory as the bytes arrive, not for a length that was only announced. */
    private byte[] readExactly(int length) throws IOException {
        var content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return content;
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private static void refuseBrowsers(List<Bytes> request) throws BrowserException {
        if (!request.isEmpty()) {
            String name = request.get(0).text();
            if (name.equalsIgnoreCase("POST") || name.equalsIgnoreCase("Host:")) {
                throw new BrowserException();
            }
        }
    }
}
