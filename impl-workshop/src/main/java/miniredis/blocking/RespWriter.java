package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes replies in RESP: a byte for the kind, the content, CRLF. */
public final class RespWriter {
    private static final byte[] CRLF = {'\r', '\n'};

    private final OutputStream out;

    /** @param out should be buffered: a reply is written in several pieces */
    public RespWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes the reply, but doesn't flush it. */
    public void write(Reply reply) throws IOException {
        // TODO Step 2, part 1 (docs/lectures/02-protocol.md): Write every kind of reply. The methods below help
        //   you.
        // Turns green: nothing before part 2
        // Until then: two of the six kinds, and an error for the others.
        if (reply instanceof Reply.SimpleString simple) {
            line('+', simple.text());
        } else if (reply instanceof Reply.ErrorMessage error) {
            line('-', error.text());
        } else {
            line('-', "ERR not written yet: step 2, RespWriter.write");
        }
    }

    /** Writes a sign and the length, then the bytes. */
    public void bulkString(char sign, Bytes content) throws IOException {
        // TODO Step 2, part 1 (docs/lectures/02-protocol.md): Write the sign and the length, the bytes, and CRLF.
        // Turns green: nothing before part 2
        // Until then: an error.
        line('-', "ERR not written yet: step 2, RespWriter.bulkString");
    }

    private void array(List<Reply> elements) throws IOException {
        line('*', String.valueOf(elements.size()));
        for (var element : elements) {
            write(element);
        }
    }

    /** Writes a sign and a text without line breaks. */
    public void line(char sign, String text) throws IOException {
        out.write(sign);
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write(CRLF);
    }

    /** An error may quote what the client sent. A line break in it would end the reply too early. */
    private static String onOneLine(String text) {
        // TODO Step 3, part 3 (docs/lectures/03-commands.md): Remove the line breaks at the end of the text, and
        //   replace each of the others by a space.
        // Turns green: UNKNOWN-03, UNKNOWN-05
        // Until then: the text as it is.
        return text;
    }
}
