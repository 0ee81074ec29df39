package miniredis.blocking.extensions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import miniredis.blocking.Reply;

/** Writes replies in RESP2 or RESP3. See https://redis.io/docs/latest/develop/reference/protocol-spec/ */
final class ReplyWriter {
    private static final byte[] CRLF = {'\r', '\n'};

    private final OutputStream out;
    private final int protocol;

    /** @param protocol 2 or 3 */
    ReplyWriter(OutputStream out, int protocol) {
        this.out = out;
        this.protocol = protocol;
    }

    void write(Reply reply) throws IOException {
        if (reply instanceof Reply.SimpleString simple) {
            line('+', simple.text());
        } else if (reply instanceof Reply.ErrorMessage error) {
            line('-', onOneLine(error.text()));
        } else if (reply instanceof Reply.WholeNumber number) {
            line(':', String.valueOf(number.value()));
        } else if (reply instanceof Reply.BulkString bulk) {
            bulk('$', bulk.content().content());
        } else if (reply instanceof Reply.Absent) {
            out.write(ascii(protocol == 3 ? "_\r\n" : "$-1\r\n"));
        } else if (reply instanceof Reply.Array array) {
            all('*', array.elements());
        } else {
            writeExtended(reply);
        }
    }

    private void writeExtended(Reply reply) throws IOException {
        if (reply instanceof Replies.Pairs pairs) {
            all('%', pairs.keysAndValues());
        } else if (reply instanceof Replies.Unordered set) {
            all('~', set.elements());
        } else if (reply instanceof Replies.Push push) {
            all('>', push.elements());
        } else if (reply instanceof Replies.Text text) {
            bulk(protocol == 3 ? '=' : '$', ascii(protocol == 3 ? "txt:" + text.content() : text.content()));
        } else if (reply instanceof Replies.NoArray) {
            out.write(ascii(protocol == 3 ? "_\r\n" : "*-1\r\n"));
        } else if (reply instanceof Replies.In in) {
            new ReplyWriter(out, in.protocol()).write(in.reply());
        } else if (reply instanceof Replies.Several several) {
            for (var each : several.replies()) {
                write(each);
            }
        }
    }

    /** A map counts pairs, all else single elements. */
    private void all(char kind, List<Reply> elements) throws IOException {
        boolean pairs = kind == '%' && protocol == 3;
        line(protocol == 3 ? kind : '*', String.valueOf(pairs ? elements.size() / 2 : elements.size()));
        for (var element : elements) {
            write(element);
        }
    }

    private void bulk(char kind, byte[] content) throws IOException {
        line(kind, String.valueOf(content.length));
        out.write(content);
        out.write(CRLF);
    }

    private void line(char kind, String text) throws IOException {
        out.write(kind);
        out.write(ascii(text));
        out.write(CRLF);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An error may quote what the client sent. A line break in it would end the reply in its middle. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\r\n]+$", "").replace('\r', ' ').replace('\n', ' ');
    }
}
