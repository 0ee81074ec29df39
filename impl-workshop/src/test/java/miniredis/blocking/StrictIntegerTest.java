package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("step2")
class StrictIntegerTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 10, -10, Long.MAX_VALUE, Long.MIN_VALUE})
    void every_64_bit_number_as_it_is_printed(long number) {
        assertThat(StrictInteger.parse(Bytes.of(String.valueOf(number)))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 5", "5 ", "+5", "05", "-0", "00", "-", "1.0", "1e3", "0x10", "1_000", "5\n", "5\0"})
    void nothing_else(String text) {
        assertThat(StrictInteger.parse(Bytes.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999"})
    void nothing_that_needs_more_than_64_bits(String text) {
        assertThat(StrictInteger.parse(Bytes.of(text))).isEmpty();
    }

    @Test
    void no_digits_of_other_scripts() {
        var arabicFive = Bytes.of("\u0665".getBytes(StandardCharsets.UTF_8));

        assertThat(StrictInteger.parse(arabicFive)).isEmpty();
    }
}
