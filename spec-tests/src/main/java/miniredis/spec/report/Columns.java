package miniredis.spec.report;

import org.jline.utils.WCWidth;

/** How wide text is where each character has a column of the same width, and those of Japanese have two. */
public final class Columns {
    private Columns() {}

    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    /** The index up to which the text fits into so many columns. */
    public static int fitting(String text, int columns) {
        int left = columns;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            left -= of(character);
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** The text and as many spaces as it takes to fill the columns. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
