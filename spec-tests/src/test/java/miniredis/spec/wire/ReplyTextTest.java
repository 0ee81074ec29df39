package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import miniredis.spec.wire.ReplyReader.Protocol;
import miniredis.spec.wire.ReplyReader.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against what redis-cli 7.0 prints for the same bytes. */
class ReplyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "+OK¶ | OK",
                "-ERR no such key¶ | (error) ERR no such key",
                ":-5¶ | (integer) -5",
                "$5¶a\"b c¶ | \"a\\\"b c\"",
                "$2¶\\x01\\xFF¶ | \"\\x01\\xFF\"",
                "$-1¶ | (nil)",
                "*-1¶ | (nil)",
                "_¶ | (nil)",
                "*0¶ | (empty array)",
                "*2¶$1¶a¶:1¶ | `1) \"a\"↵2) (integer) 1`",
                "*2¶*2¶:1¶:2¶+x¶ | `1) 1) (integer) 1↵   2) (integer) 2↵2) x`",
                "%1¶$5¶proto¶:3¶ | `1# \"proto\" => (integer) 3`",
                ">1¶+x¶ | 1) x",
            })
    void aReplyIsPrintedAsInRedisCli(String wire, String expected) {
        var bytes = ByteText.unescape(wire.replace("¶", "\\r\\n"));

        var reading = ReplyReader.read(bytes, 0, bytes.length, Protocol.RESP3);

        assertThat(reading).isInstanceOf(Reading.Whole.class);
        assertThat(ReplyText.of(((Reading.Whole) reading).reply())).isEqualTo(expected.replace("↵", "\n"));
    }
}
