package miniredis.nio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                -1,
                -9,
                -10,
                1_000_000_000_000_000_000L,
                999_999_999_999_999_999L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1
            })
    void readsAndWritesNumbers(long number) {
        assertReadsAndWrites(number);
    }

    @Test
    void readsAndWritesAnyNumber() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            assertReadsAndWrites(random.nextLong() >> random.nextInt(64));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+5",
                "05",
                "-0",
                "-05",
                "00",
                " 5",
                "5 ",
                "1.0",
                "1e3",
                "0x10",
                "1_000",
                "--1",
                "a",
                "\u0665",
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "18446744073709551616",
                "99999999999999999999",
                "-99999999999999999999",
                "123456789012345678901"
            })
    void refusesWhatRedisWouldNotPrint(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Decimal.isNumber(bytes, 0, bytes.length)).isFalse();
    }

    private static void assertReadsAndWrites(long number) {
        var text = Long.toString(number);
        var bytes = ("<" + text + ">").getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimal.isNumber(bytes, 1, bytes.length - 1)).isTrue();
        assertThat(Decimal.parse(bytes, 1, bytes.length - 1)).isEqualTo(number);
        assertThat(Decimal.length(number)).isEqualTo(text.length());
        var written = new byte[30];
        int end = Decimal.write(number, written, 3);
        assertThat(new String(written, 3, end - 3, StandardCharsets.US_ASCII)).isEqualTo(text);
    }
}
