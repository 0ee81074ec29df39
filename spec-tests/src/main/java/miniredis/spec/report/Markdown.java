package miniredis.spec.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text as Markdown wants it. Names and titles come from people: none of them may end a cell, or become markup or a tag. */
public final class Markdown {
    private Markdown() {}

    public static String escaped(String text) {
        return text.replaceAll("([\\\\|*_`\\[\\]<])", "\\\\$1").replaceAll("\\R", " ");
    }

    /** A row of a table; the cells are text. */
    public static String row(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The names of the columns, and the line below them. */
    public static String header(List<String> cells) {
        return row(cells) + "|" + " --- |".repeat(cells.size()) + "\n";
    }
}
