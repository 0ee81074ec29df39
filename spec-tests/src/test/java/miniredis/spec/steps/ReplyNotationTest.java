package miniredis.spec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.ReplyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices between replies; all other notations are tried by the features. */
class ReplyNotationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OK or an error                        | +OK~                   | true",
                "OK or an error                        | -ERR no~               | true",
                "OK or an error                        | +QUEUED~               | false",
                "OK or null or the integer 5           | :5~                    | true",
                "\"no\" or \"yes\"                     | $3~yes~                | true",
                "\"no\" or \"yes\"                     | $2~or~                 | false",
                "\"no or yes\"                         | $2~no~                 | false",
                "\"no or yes\"                         | $9~no or yes~          | true",
                "[\"set\", \"no\" or \"yes\"]          | *2~$3~set~$3~yes~      | true",
                "[\"set\", \"no\" or \"yes\"]          | *2~$3~set~$3~set~      | false",
                "[1] or the error that begins with \"E\" | *1~:1~               | true",
                "[1] or the error that begins with \"E\" | -E no~               | true",
                "[1] or the error that begins with \"E\" | *1~:2~               | false",
                "{\"set\": \"no\" or \"yes\"}          | %1~$3~set~$2~no~       | true",
                "{\"set\": \"no\" or \"yes\"}          | %1~$3~set~$3~set~      | false",
            })
    void aChoiceIsAnyOfThem(String expected, String reply, boolean fits) {
        var bytes = reply.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var reading = ReplyReader.read(bytes, 0, bytes.length, ReplyReader.Protocol.RESP3);

        assertThat(expectation(expected).accepts(reading)).isEqualTo(fits);
    }

    @Test
    void whatAllChoicesBeginWithIsKnown() {
        assertThat(expectation("the error \"ERR no\" or the error \"ERR not\"").knownOfWire())
                .isEqualTo("-ERR no");
        assertThat(expectation("null or \"a\"").knownOfWire()).isEqualTo("$");
        assertThat(expectation("null or an error").knownOfWire()).isEmpty();
    }

    private static Expected.OneReply expectation(String text) {
        return new ReplyNotation(new Keys()).read(text);
    }
}
