package miniredis.spec.watch;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.report.Columns;

/** Lines as a window takes them. */
final class Text {
    /** No line of Japanese begins with one of these. */
    private static final String NOT_AT_THE_BEGINNING = "、。）」』？！：；ー";

    private Text() {}

    static String cut(String line, int width) {
        var text = withoutTabs(line);
        return Columns.of(text) <= width ? text : text.substring(0, Columns.fitting(text, width - 1)) + "…";
    }

    /** How far a tab goes depends on the terminal, and would leave what stood there before. */
    private static String withoutTabs(String line) {
        return line.replace("\t", "    ");
    }

    /**
     * The line in pieces that fit; all but the first begin with so many spaces. It is cut at spaces, and between the characters of
     * a language that has none; where there is neither, anywhere.
     */
    static List<String> wrapped(String line, int width, int indent) {
        var margin = " ".repeat(Math.min(indent, width / 2));
        var pieces = new ArrayList<String>();
        var rest = withoutTabs(line).stripTrailing();
        while (Columns.of(rest) > width) {
            int fits = Columns.fitting(rest, width);
            int end = fits;
            while (end > margin.length() && !canEnd(rest, end)) {
                end--;
            }
            if (end <= margin.length()) {
                end = fits;
            }
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = margin + rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }

    /** Whether a piece can end before the character at this index. */
    private static boolean canEnd(String text, int at) {
        char next = text.charAt(at);
        return next == ' ' || (isWide(next) || isWide(text.charAt(at - 1))) && NOT_AT_THE_BEGINNING.indexOf(next) < 0;
    }

    private static boolean isWide(char character) {
        return Columns.of(Character.toString(character)) == 2;
    }
}
