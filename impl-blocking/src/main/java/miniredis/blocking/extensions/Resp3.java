package miniredis.blocking.extensions;

import java.io.IOException;
import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import miniredis.blocking.RespWriter;

/**
 * Replies in RESP3, where that differs from RESP2. See https://redis.io/docs/latest/develop/reference/protocol-spec/
 *
 * @param writer writes every other kind of reply, as in RESP2
 */
record Resp3(RespWriter writer) {
    void write(Reply reply) throws IOException {
        if (reply instanceof Reply.Absent) {
            writer.line('_', "");
        } else if (reply instanceof Replies.NoArray) {
            writer.line('_', "");
        } else if (reply instanceof Reply.Array array) {
            all('*', array.elements());
        } else if (reply instanceof Replies.Pairs pairs) {
            all('%', pairs.keysAndValues());
        } else if (reply instanceof Replies.Unordered set) {
            all('~', set.elements());
        } else if (reply instanceof Replies.Push push) {
            all('>', push.elements());
        } else if (reply instanceof Replies.Text text) {
            writer.bulkString('=', Bytes.of("txt:" + text.content()));
        } else if (reply instanceof Replies.Several several) {
            for (var each : several.replies()) {
                write(each);
            }
        } else {
            writer.write(reply);
        }
    }

    /** A map counts pairs; all other kinds count single elements. */
    private void all(char sign, List<Reply> elements) throws IOException {
        boolean pairs = sign == '%';
        writer.line(sign, String.valueOf(pairs ? elements.size() / 2 : elements.size()));
        for (var element : elements) {
            write(element);
        }
    }
}
