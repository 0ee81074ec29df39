package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RespWriterTest {
    @Test
    @Tag("step2")
    void simple_string() throws IOException {
        assertThat(written(Reply.OK)).isEqualTo("+OK\r\n");
    }

    @Test
    @Tag("step2")
    void error() throws IOException {
        assertThat(written(new Reply.ErrorMessage("ERR syntax error"))).isEqualTo("-ERR syntax error\r\n");
    }

    @Test
    @Tag("step3")
    void an_error_stays_on_one_line_whatever_it_quotes() throws IOException {
        assertThat(written(new Reply.ErrorMessage("ERR a\r\nb\nc\r\n"))).isEqualTo("-ERR a  b c\r\n");
    }

    @Test
    @Tag("step3")
    void an_error_keeps_the_space_at_its_end() throws IOException {
        assertThat(written(new Reply.ErrorMessage("ERR args: 'a' \r\n"))).isEqualTo("-ERR args: 'a' \r\n");
    }

    @Test
    @Tag("step2")
    void whole_number() throws IOException {
        assertThat(written(Reply.number(0))).isEqualTo(":0\r\n");
        assertThat(written(Reply.number(Long.MIN_VALUE))).isEqualTo(":-9223372036854775808\r\n");
    }

    @Test
    @Tag("step2")
    void bulk_string_with_its_length_in_bytes() throws IOException {
        assertThat(written(Reply.bulk(Bytes.of("one\r\ntwo\0\u00ff")))).isEqualTo("$10\r\none\r\ntwo\0\u00ff\r\n");
    }

    @Test
    @Tag("step2")
    void empty_is_not_absent() throws IOException {
        assertThat(written(Reply.bulk(Bytes.of("")))).isEqualTo("$0\r\n\r\n");
        assertThat(written(Reply.bulk(null))).isEqualTo("$-1\r\n");
    }

    @Test
    @Tag("step2")
    void array() throws IOException {
        assertThat(written(Reply.array())).isEqualTo("*0\r\n");
        assertThat(written(Reply.array(Reply.number(1), Reply.bulk(Bytes.of("a")))))
                .isEqualTo("*2\r\n:1\r\n$1\r\na\r\n");
    }

    private static String written(Reply reply) throws IOException {
        var out = new ByteArrayOutputStream();
        new RespWriter(out).write(reply);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
