package miniredis.spec.report;

import java.util.Locale;

/** Text as HTML wants it. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Words between backticks are code; a line end alone is a space, as only an empty line ends a paragraph. */
    static String prose(String text) {
        return escaped(text).replaceAll("(?<!\n)\n(?!\n)", " ").replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    /** The part of an address that names this title: it stays the same as long as the title does. */
    static String anchor(String kind, String title) {
        return kind
                + "-"
                + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
