package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be read, and what the client is told about them. */
@Tag("step2")
class ProtocolMistakesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"*abc\r\n", "*+1\r\n", "*01\r\n", "* 1\r\n", "*\r\n", "*2147483648\r\n", "*1\n$4\nPING\r\n"})
    void refuses_a_wrong_count(String bytes) {
        assertMistake(bytes, "invalid multibulk length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "$abc", "$", "$04", "$536870913"})
    void refuses_a_wrong_length(String header) {
        assertMistake("*1\r\n" + header + "\r\n", "invalid bulk length");
    }

    @ParameterizedTest
    @CsvSource({"+PING, +", "PING, P", ":1, :"})
    void refuses_what_is_not_a_bulk_string(String header, char kind) {
        assertMistake("*1\r\n" + header + "\r\n", "expected '$', got '" + kind + "'");
    }

    @Test
    void refuses_lines_that_do_not_end() {
        String long64k = "1".repeat(64 * 1024);

        assertMistake("x" + long64k, "too big inline request");
        assertMistake("*" + long64k, "too big mbulk count string");
        assertMistake("*1\r\n$" + long64k, "too big bulk count string");
    }

    private static void assertMistake(String bytes, String mistake) {
        assertThatThrownBy(() ->
                        new RespReader(new ByteArrayInputStream(Bytes.of(bytes).content())).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("ERR Protocol error: " + mistake);
    }
}
