package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import miniredis.blocking.Reply;
import miniredis.blocking.RespWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepliesTest {
    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Reply.OK, "+OK\r\n", "+OK\r\n"),
                Arguments.of(Reply.bulk(null), "$-1\r\n", "_\r\n"),
                Arguments.of(new Replies.NoArray(), "*-1\r\n", "_\r\n"),
                Arguments.of(Replies.pairs("a", 1), "*2\r\n$1\r\na\r\n:1\r\n", "%1\r\n$1\r\na\r\n:1\r\n"),
                Arguments.of(new Replies.Push(List.of(Reply.number(1))), "*1\r\n:1\r\n", ">1\r\n:1\r\n"),
                Arguments.of(new Replies.Unordered(List.of()), "*0\r\n", "~0\r\n"),
                Arguments.of(new Replies.Text("abc"), "$3\r\nabc\r\n", "=7\r\ntxt:abc\r\n"),
                Arguments.of(new Replies.Several(List.of(Reply.OK, Reply.OK)), "+OK\r\n+OK\r\n", "+OK\r\n+OK\r\n"),
                Arguments.of(new Replies.In(2, Reply.bulk(null)), "$-1\r\n", "$-1\r\n"),
                Arguments.of(new Reply.ErrorMessage("ERR a\r\nb\r\n"), "-ERR a  b\r\n", "-ERR a  b\r\n"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void each_kind_has_its_form(Reply reply, String inResp2, String inResp3) throws IOException {
        assertThat(written(reply, 2)).isEqualTo(inResp2);
        assertThat(written(reply, 3)).isEqualTo(inResp3);
    }

    private static String written(Reply reply, int protocol) throws IOException {
        var out = new ByteArrayOutputStream();
        new RespWriter(out).write(new Replies.In(protocol, reply));
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
