package miniredis.spec.report;

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
}
