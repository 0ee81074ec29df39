package miniredis.spec.model;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Bytes as text, one character a byte, read as Redis reads them. */
public final class Text {
    private static final int LONGEST_INTEGER = 20;
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    private Text() {}

    /** In small letters; only the letters of ASCII have two forms. */
    public static String lower(String text) {
        var lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            char c = lower[i];
            lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        return new String(lower);
    }

    /** The part before the first NUL, where C ends a text. */
    static String untilNul(String text) {
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    static boolean isWord(String text, String word) {
        return lower(untilNul(text)).equals(word);
    }

    /** An integer of 64 bits, written exactly as Redis writes it; empty for anything else. */
    static OptionalLong integer(String text) {
        if (text.length() > LONGEST_INTEGER || !INTEGER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /** For people: in quotes where needed, other bytes as \xHH, the middle of a long text left out. */
    public static String shown(String bytes) {
        int most = 60;
        if (bytes.length() > most) {
            return "\"%s...\" (%,d bytes)".formatted(escaped(bytes.substring(0, most / 2)), bytes.length());
        }
        boolean plain = !bytes.isEmpty() && bytes.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
        return plain ? bytes : "\"" + escaped(bytes) + "\"";
    }

    private static String escaped(String bytes) {
        var text = new StringBuilder();
        for (char c : bytes.toCharArray()) {
            switch (c) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                default -> text.append(c >= ' ' && c < 0x7f ? Character.toString(c) : "\\x%02X".formatted((int) c));
            }
        }
        return text.toString();
    }
}
