package miniredis.spec.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request as features write it, as in redis-cli: {@code APPEND key "log" "one more"}.
 *
 * @param words with the name as the first
 * @param keys the positions of the words that are marked as keys
 */
public record RequestText(List<byte[]> words, Set<Integer> keys) {
    private static final String EVERY_BYTE = "all 256 bytes";

    /** A value: a quoted text, or a size and nothing else. */
    public static final String QUOTED_OR_SIZE = "\"(?:[^\"\\\\]|\\\\.)*+\"|" + EVERY_BYTE + "|\\d+ bytes";

    private static final String KEY = "key ";

    /** A value, perhaps marked as a key, or a bare word. */
    public static final String WORD = "(?:(?:" + KEY + ")?(?:" + QUOTED_OR_SIZE + ")|[^\\s\":,]+)";

    /** 62 of them: no buffer is a multiple of that, so a piece in the wrong place is noticed. */
    private static final byte[] FILLER = Bytes.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static final Pattern WORDS = Pattern.compile(WORD, Pattern.DOTALL);

    public static RequestText parse(String text) {
        var words = new ArrayList<byte[]>();
        var keys = new LinkedHashSet<Integer>();
        var matcher = WORDS.matcher(text);
        while (matcher.find()) {
            var word = matcher.group();
            if (word.startsWith(KEY)) {
                keys.add(words.size());
                word = word.substring(KEY.length());
            }
            words.add(bytes(word));
        }
        return new RequestText(List.copyOf(words), Set.copyOf(keys));
    }

    /** A quoted text without its quotes, {@code N bytes} as that many letters and digits, a bare word as it is. */
    public static byte[] bytes(String text) {
        if (text.startsWith("\"")) {
            return ByteText.unescape(text.substring(1, text.length() - 1));
        }
        if (text.equals(EVERY_BYTE)) {
            var bytes = new byte[256];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }
            return bytes;
        }
        if (text.endsWith(" bytes")) {
            var bytes = new byte[Integer.parseInt(text.substring(0, text.indexOf(' ')))];
            for (int from = 0; from < bytes.length; from += FILLER.length) {
                System.arraycopy(FILLER, 0, bytes, from, Math.min(FILLER.length, bytes.length - from));
            }
            return bytes;
        }
        return ByteText.unescape(text);
    }
}
