package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("step2")
class InlineRequestTest {
    @Test
    void blanks_separate_words() throws ProtocolException {
        assertThat(split("  SET\tkey   value ")).containsExactly("SET", "key", "value");
    }

    @Test
    void quotes_hold_a_word_together() throws ProtocolException {
        assertThat(split("SET \"a key\" 'a value'")).containsExactly("SET", "a key", "a value");
        assertThat(split("SET \"\" ''")).containsExactly("SET", "", "");
    }

    @Test
    void a_quote_may_begin_inside_a_word() throws ProtocolException {
        assertThat(split("P\"IN\"")).containsExactly("PIN");
    }

    @Test
    void double_quotes_know_escapes() throws ProtocolException {
        assertThat(split("""
                "\\n\\r\\t\\b\\a\\\\\\"\\x41\\xfF"\
                """)).containsExactly("\n\r\t\b\u0007\\\"A\u00ff");
    }

    @Test
    void an_unknown_escape_is_the_character_itself() throws ProtocolException {
        assertThat(split("""
                "\\q\\xzz\\x4"\
                """)).containsExactly("qxzzx4");
    }

    @Test
    void single_quotes_know_only_themselves() throws ProtocolException {
        assertThat(split("'it\\'s' '\\n' '\"'")).containsExactly("it's", "\\n", "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "GET \"a", "GET 'a", "\"a\\", "\"a\\\"", "\"a\"b", "'a'b", "\"a\"\"b\""})
    void every_quote_needs_its_end_and_a_blank_after_it(String line) {
        assertThatThrownBy(() -> split(line)).hasMessage("ERR Protocol error: unbalanced quotes in request");
    }

    private static List<String> split(String line) throws ProtocolException {
        return new InlineRequest(line).split().stream().map(Bytes::text).toList();
    }
}
