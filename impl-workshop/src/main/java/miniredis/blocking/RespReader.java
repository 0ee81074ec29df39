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
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Wait for the first byte of a request. It shows
        //   whether an array or a line follows. Refuse browsers.
        // Turns green: INLINE-03, INLINE-04, INLINE-08 to INLINE-11, INLINE-13, INLINE-15
        // Until then: each line is a request, as inline requests are, and lines that begin with *, $ or + are skipped.
        //   That is enough for PING from any client.
        String line;
        do {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            line = readLine(first, '\n', "too big inline request");
        } while (line.startsWith("*") || line.startsWith("$") || line.startsWith("+"));
        return new InlineRequest(line).split();
    }

    /** An {@link ArrayList} grows as elements come in; the count before them is only a promise. */
    private List<Bytes> readArray() throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read the number of elements, then each element.
        // Turns green: REPLY-02 to REPLY-08, REQ-02 to REQ-04, PIPE-02, PIPE-03, PIPE-06, SIZE-02, SIZE-05,
        //   PROTO-05, PROTO-07 to PROTO-09
        // Until then: an error, and the connection ends.
        throw new ProtocolException("not written yet: step 2, RespReader.readArray");
    }

    private Bytes readBulkString() throws IOException {
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read the length, then exactly that many bytes, then
        //   the two bytes after them.
        // Turns green: BULK-01 to BULK-12, REQ-06
        // Until then: an error, and the connection ends.
        throw new ProtocolException("not written yet: step 2, RespReader.readBulkString");
    }

    private int readBulkLength() throws IOException {
        // TODO Step 2, part 3 (docs/lectures/02-protocol.md): Read a header and return the length in it. Any sign
        //   but $ is a protocol error, and so is a negative length.
        // Turns green: PROTO-02, PROTO-03, PROTO-12
        // Until then: the sign is not checked, and any number is accepted.
        return (int) lengthIn(readHeader(readByte(), "too big bulk count string"), LONGEST_BULK, "invalid bulk length");
    }

    /** Negative counts are allowed here: Redis takes {@code *-1} for an empty array. */
    private static long lengthIn(String header, int most, String mistake) throws ProtocolException {
        // TODO Step 2, part 3 (docs/lectures/02-protocol.md): Return the number after the first character. If it
        //   is not a number, or larger than allowed, it is a protocol error.
        // Turns green: PROTO-01, PROTO-04, PROTO-06, PROTO-10, PROTO-11
        // Until then: a text that is not a number ends the connection without a reply.
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
        // TODO Step 2, part 2 (docs/lectures/02-protocol.md): Read exactly that many bytes, in however many
        //   packets they arrive. If the client disconnects before, throw an EOFException.
        // Turns green: FRAG-04 to FRAG-06, FRAG-08, FRAG-11, SIZE-01, SIZE-03
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
