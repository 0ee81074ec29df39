package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {
    @Test
    void printableBytesAreShownAsThemselves() {
        assertThat(ByteText.escape(bytes("+OK ~!"))).isEqualTo("+OK ~!");
    }

    @Test
    void otherBytesAreShownByNameOrInHexadecimal() {
        assertThat(ByteText.escape(new byte[] {'\r', '\n', '\t', 0, '\\', 7, 0x7f, (byte) 0xff}))
                .isEqualTo("\\r\\n\\t\\0\\\\\\x07\\x7F\\xFF");
    }

    @Test
    void whatWasEscapedIsReadBackAsItWas() {
        var every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }

        assertThat(ByteText.unescape(ByteText.escape(every))).isEqualTo(every);
    }

    @Test
    void charactersBeyondAsciiStandForTheirUtf8Bytes() {
        assertThat(ByteText.unescape("é😀")).isEqualTo("é😀".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLongTextIsCutAndCounted() {
        assertThat(ByteText.excerpt(bytes("abcdef"), 6)).isEqualTo("abcdef");
        assertThat(ByteText.excerpt(bytes("abcdefg"), 6)).isEqualTo("abcdef… (7 bytes)");
    }

    @ParameterizedTest
    @CsvSource({"\\, a lone", "\\q, unknown escape", "\\x4, two hexadecimal digits", "\\xG1, two hexadecimal digits"})
    void anEscapeThatIsNoneIsRefusedByName(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteText.unescape(text))
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\\x41"})
    void unescapingNeedsNoEscapes(String text) {
        assertThat(ByteText.escape(ByteText.unescape(text))).isEqualTo(text.replace("\\x41", "A"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
