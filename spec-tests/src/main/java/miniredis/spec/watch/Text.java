package miniredis.spec.watch;

import java.util.ArrayList;
import java.util.List;

/** Lines as a window takes them. */
final class Text {
    private Text() {}

    static String cut(String line, int width) {
        var text = withoutTabs(line);
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    /** How far a tab goes depends on the terminal, and would leave what stood there before. */
    private static String withoutTabs(String line) {
        return line.replace("\t", "    ");
    }

    /** The line in pieces that fit, at spaces where there are some; all but the first begin with so many spaces. */
    static List<String> wrapped(String line, int width, int indent) {
        var margin = " ".repeat(Math.min(indent, width / 2));
        var pieces = new ArrayList<String>();
        var rest = withoutTabs(line).stripTrailing();
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= margin.length()) {
                end = width;
            }
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = margin + rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }
}
