package miniredis.nio;

/**
 * Splits an inline command into words, with the quotes Redis knows: {@code "double\n"} with escapes and
 * {@code 'single'} without. The rules are those of sdssplitargs in Redis's sds.c.
 */
final class InlineWords {
    private final byte[] bytes;
    private final int end;
    private int from; // the next byte to read
    private int to; // the next byte to write: a word without its quotes replaces the one with them

    private InlineWords(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
    }

    /**
     * Adds the words in bytes[start..end) to the request. They are unquoted in place, so these bytes change.
     *
     * @return false if a quote is not closed, or something other than a space follows the closing one
     */
    static boolean split(byte[] bytes, int start, int end, Request request) {
        var words = new InlineWords(bytes, start, end);
        while (words.find()) {
            int word = words.to;
            if (!words.unquote()) {
                return false;
            }
            request.add(word - start, words.to - word);
        }
        return true;
    }

    private boolean find() {
        while (from < end && isSpace(bytes[from])) {
            from++;
        }
        to = from;
        return from < end;
    }

    /** Copies one word; false if its quotes are unbalanced. */
    private boolean unquote() {
        while (from < end) {
            byte next = bytes[from++];
            switch (next) {
                case ' ', '\t', '\n', '\r' -> {
                    return true;
                }
                case '"' -> {
                    return doubleQuoted();
                }
                case '\'' -> {
                    return singleQuoted();
                }
                default -> bytes[to++] = next;
            }
        }
        return true;
    }

    private boolean doubleQuoted() {
        while (from < end) {
            byte next = bytes[from++];
            if (next == '"') {
                return isWordEnd();
            }
            bytes[to++] = next == '\\' && from < end ? escaped() : next;
        }
        return false;
    }

    private boolean singleQuoted() {
        while (from < end) {
            byte next = bytes[from++];
            if (next == '\'') {
                return isWordEnd();
            }
            if (next == '\\' && from < end && bytes[from] == '\'') {
                next = bytes[from++];
            }
            bytes[to++] = next;
        }
        return false;
    }

    /** The byte that a backslash and what follows it stand for. */
    private byte escaped() {
        byte next = bytes[from++];
        return switch (next) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            case 'x' -> hex();
            default -> next;
        };
    }

    private byte hex() {
        if (end - from < 2) {
            return 'x';
        }
        int high = Character.digit(bytes[from], 16);
        int low = Character.digit(bytes[from + 1], 16);
        if (high < 0 || low < 0) {
            return 'x';
        }
        from += 2;
        return (byte) (high << 4 | low);
    }

    private boolean isWordEnd() {
        return from == end || isSpace(bytes[from]);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }
}
