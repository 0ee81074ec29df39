package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.stream.Stream;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetOptionsTest {
    private static final long NOW = 1000;

    @ParameterizedTest
    @CsvSource({"EX 2, 3000", "px 2, 1002", "EXAT 2, 2000", "PxAt 2, 2", "EX 1 EX 2, 3000"})
    void a_time_is_counted_from_now_or_from_1970(String words, long end) {
        assertThat(parse(words).end()).isEqualTo(OptionalLong.of(end));
    }

    @Test
    void without_a_time_there_is_no_end() {
        assertThat(parse("NX GET").end()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NX XX", "EX 1 PX 1", "EX 1 KEEPTTL", "KEEPTTL EXAT 5", "EX", "NX PX", "FOO", "GET FOO"})
    void what_contradicts_or_is_unknown_is_a_syntax_error(String words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(CommandException.class)
                .hasMessage("ERR syntax error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX 0", "PX -1", "EXAT 0", "EX 9223372036854775807", "PX 9223372036854775807"})
    void a_time_that_is_none_is_invalid(String words) {
        assertThatThrownBy(() -> parse(words)).hasMessage("ERR invalid expire time in 'set' command");
    }

    @Test
    void conditions_look_at_the_key() {
        assertThat(parse("NX").allow(true)).isFalse();
        assertThat(parse("NX").allow(false)).isTrue();
        assertThat(parse("XX").allow(true)).isTrue();
        assertThat(parse("XX").allow(false)).isFalse();
    }

    private static SetOptions parse(String words) {
        return SetOptions.parse(Stream.of(words.split(" ")).map(Bytes::of).toList(), NOW);
    }
}
