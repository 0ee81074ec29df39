package miniredis.spec.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameRepliesTest {
    @ParameterizedTest
    @CsvSource({
        "+OK~, +OK~, true",
        "+OK~, $2~OK~, false",
        "+OK~:1~, :1~+OK~, false",
        "+OK~, +OK~+OK~, false",
        "*2~$1~a~$1~b~, *2~$1~b~$1~a~, true",
        "*2~$1~a~$1~b~, *2~$1~b~$1~b~, false",
        "*2~$1~a~$1~b~, *1~$1~a~, false",
        "*2~$1~a~$1~b~, *2~$1~b~$1~a, false",
        "*2~*2~:1~:2~*1~:3~, *2~*1~:3~*2~:2~:1~, true",
        "*2~*2~:1~:2~*1~:3~, *2~*1~:2~*2~:3~:1~, false",
        "%2~+a~:1~+b~:2~, %2~+b~:2~+a~:1~, true",
        "%2~+a~:1~+b~:2~, %2~+b~:1~+a~:2~, false",
        "~1~+a~, *1~+a~, false",
        "*-1~, *-1~, true",
        "*-1~, *0~, false",
    })
    void anOrderInsideOfAReplyDoesNotCount(String first, String second, boolean same) {
        assertEquals(same, SameReplies.are(bytes(first), bytes(second), false));
    }

    @Test
    void aTimeToLiveMayBeASecondLess() {
        assertTrue(SameReplies.are(bytes("+OK~:100~"), bytes("+OK~:99~"), true));
        assertFalse(SameReplies.are(bytes("+OK~:100~"), bytes("+OK~:98~"), true));
        assertFalse(SameReplies.are(bytes("+OK~:100~"), bytes("+OK~:99~"), false));
    }

    /** A tilde in the table is the end of a line; at the beginning it is the type of a set. */
    private static byte[] bytes(String text) {
        var lines = text.startsWith("~") ? "~" + text.substring(1).replace("~", "\r\n") : text.replace("~", "\r\n");
        return lines.getBytes(StandardCharsets.ISO_8859_1);
    }
}
