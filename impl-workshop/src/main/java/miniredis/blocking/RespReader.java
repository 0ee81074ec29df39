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
 * or, when its first byte is not a star, a line of words. How the bytes were cut into packets is invisible here: every read
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
     * @return its words, none for an empty line or an empty array; {@code null} when the client has left
     * @throws ProtocolException if the bytes are not a request
     * @throws BrowserException if a browser sent it
     * @throws EOFException if the client left in the middle of a request
     */
    @Nullable
    List<Bytes> read() throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Wait for the first byte of a request. It tells
        //   whether an array follows or a line. Let no browser through.
        // Turns green: INLINE-07, INLINE-13, INLINE-15, INLINE-19; others with part 3
        // Until then: enough for PING: each line is a request of one word, and lines with a number are passed
        //   over.
        String line;
        do {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            line = readLine(first, '\n', "too big line").strip();
        } while (line.startsWith("*") || line.startsWith("$"));
        return List.of(Bytes.of(line));
    }

    /** An {@link ArrayList} grows as elements come in; the count before them is only a promise. */
    private List<Bytes> readArray() throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read how many elements there are, then each of
        //   them.
        // Turns green: REPLY-08, SIZE-02, SIZE-05, PROTO-05, PROTO-08, PROTO-09; others with part 3
        // Until then: an error, and the connection ends.
        throw new ProtocolException("not written yet: step 2, RespReader.readArray");
    }

    private Bytes readBulkString() throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read the length, then exactly so many bytes, then
        //   the two that end it.
        // Turns green: REQ-06; others with part 3
        // Until then: an error, and the connection ends.
        throw new ProtocolException("not written yet: step 2, RespReader.readBulkString");
    }

    private int readBulkLength() throws IOException {
        // TODO Step 2, part 4 (docs/lectures/02-protocol.md): Read a header and answer the length in it. Another
        //   sign than $ is a mistake, and a negative length is one too.
        // Turns green: PROTO-02, PROTO-03, PROTO-12
        // Until then: the sign is not looked at, and any number is taken.
        return (int) lengthIn(readHeader(readByte(), "too big bulk count string"), LONGEST_BULK, "invalid bulk length");
    }

    /** Negative counts are allowed here: Redis takes {@code *-1} for an empty array. */
    private static long lengthIn(String header, int most, String mistake) throws ProtocolException {
        // TODO Step 2, part 4 (docs/lectures/02-protocol.md): Answer the number that stands behind the first
        //   character. What is no number, or larger than allowed, is a mistake.
        // Turns green: PROTO-01, PROTO-04, PROTO-06, PROTO-10, PROTO-11
        // Until then: what is no number ends the connection without a word.
        try {
            return Long.parseLong(header.substring(1));
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("not written yet: step 2, RespReader.lengthIn");
        }
    }

    private List<Bytes> readInline(int first) throws IOException {
        String line = readLine(first, '\n', "too big inline request");
        return new InlineRequest(line).split();
    }

    /** A header ends at its CR; the LF after it is passed over without a look. */
    private String readHeader(int first, String mistake) throws IOException {
        String header = readLine(first, '\r', mistake);
        readByte();
        return header;
    }

    /**
     * Reads up to the end mark, and past it. A line that never ends doesn't get memory for ever. Redis looks for the mark as C
     * does, where a text ends at its first NUL: behind one it never finds it.
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

    /** {@code readNBytes} takes memory as the bytes come in, not for a length that was only announced. */
    private byte[] readExactly(int length) throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read so many bytes, however many packets bring
        //   them. If the client leaves before, it is the end of the file.
        // Turns green: REQ-06; others with part 3
        // Until then: an error, and the connection ends.
        throw new ProtocolException("not written yet: step 2, RespReader.readExactly");
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
