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
        if (reply instanceof Reply.SimpleString simple) {
            line('+', simple.text());
        } else if (reply instanceof Reply.ErrorMessage error) {
            line('-', onOneLine(error.text()));
        } else if (reply instanceof Reply.WholeNumber number) {
            line(':', String.valueOf(number.value()));
        } else if (reply instanceof Reply.BulkString bulk) {
            bulkString('$', bulk.content());
        } else if (reply instanceof Reply.Absent) {
            line('$', "-1");
        } else if (reply instanceof Reply.Array array) {
            array(array.elements());
        } else if (reply instanceof Reply.Extended extended) {
            extended.writeTo(this);
        }
    }

    /** Writes a sign and the length, then the bytes. */
    public void bulkString(char sign, Bytes content) throws IOException {
        line(sign, String.valueOf(content.length()));
        out.write(content.content());
        out.write(CRLF);
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
        return text.replaceAll("[\r\n]+$", "").replace('\r', ' ').replace('\n', ' ');
    }
}
