package miniredis.spec.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The one way bytes are written for people, in features and in failure texts: printable ASCII as itself, {@code \r \n \t \0 \\}
 * by name, and every other byte as {@code \xHH}; between quotes, a quote is {@code \"}.
 */
public final class ByteText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ByteText() {}

    /** Bytes as text, all of them. */
    public static String escape(byte[] bytes) {
        return escape(bytes, 0, bytes.length);
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive) as text. */
    public static String escape(byte[] bytes, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            appendEscaped(text, bytes[i]);
        }
        return text.toString();
    }

    /** At most {@code most} bytes as text; what is left out is counted: {@code abc… (1000 bytes)}. */
    public static String excerpt(byte[] bytes, int most) {
        return bytes.length <= most ? escape(bytes) : escape(bytes, 0, most) + "… (%,d bytes)".formatted(bytes.length);
    }

    /** The same between quotes. */
    public static String quote(byte[] bytes, int most) {
        return '"' + excerpt(bytes, most).replace("\"", "\\\"") + '"';
    }

    private static void appendEscaped(StringBuilder text, byte b) {
        switch (b) {
            case '\r' -> text.append("\\r");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case 0 -> text.append("\\0");
            case '\\' -> text.append("\\\\");
            default -> {
                if (b >= ' ' && b < 0x7f) {
                    text.append((char) b);
                } else {
                    text.append("\\x").append(HEX.toHexDigits(b));
                }
            }
        }
    }

    /**
     * Text with escapes as bytes; characters beyond ASCII become their UTF-8 bytes.
     *
     * @throws IllegalArgumentException for an escape that is not one of those above, saying which
     */
    public static byte[] unescape(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                int codePoint = text.codePointAt(i);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint) - 1;
                continue;
            }
            if (++i == text.length()) {
                throw new IllegalArgumentException("a lone \\ at the end of: " + text);
            }
            switch (text.charAt(i)) {
                case 'r' -> bytes.write('\r');
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case '0' -> bytes.write(0);
                case '\\' -> bytes.write('\\');
                case '"' -> bytes.write('"');
                case 'x' -> {
                    bytes.write(hexadecimal(text, i + 1));
                    i += 2;
                }
                default -> throw new IllegalArgumentException("unknown escape \\" + text.charAt(i) + " in: " + text);
            }
        }
        return bytes.toByteArray();
    }

    private static int hexadecimal(String text, int at) {
        try {
            return HexFormat.fromHexDigits(text, at, at + 2);
        } catch (IndexOutOfBoundsException | NumberFormatException notHexadecimal) {
            throw new IllegalArgumentException("\\x wants two hexadecimal digits in: " + text, notHexadecimal);
        }
    }
}
