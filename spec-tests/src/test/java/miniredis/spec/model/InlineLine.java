package miniredis.spec.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A request typed by hand. Blanks separate its words; C-style escapes work inside double quotes, only {@code \'} inside single
 * quotes; a closing quote ends its word. See https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands
 */
final class InlineLine {
    private static final String UNBALANCED = "ERR Protocol error: unbalanced quotes in request";

    private final String line;
    private int at;

    private InlineLine(String line) {
        this.line = line;
    }

    static List<String> words(String line) throws RefusedException {
        var reader = new InlineLine(line);
        var words = new ArrayList<String>();
        while (true) {
            while (reader.more() && isBlank(reader.next())) {
                reader.at++;
            }
            if (!reader.more()) {
                return words;
            }
            words.add(reader.word());
        }
    }

    private boolean more() {
        return at < line.length();
    }

    private char next() {
        return line.charAt(at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private String word() throws RefusedException {
        var word = new StringBuilder();
        while (more() && !isBlank(next())) {
            char c = line.charAt(at++);
            if (c == '"' || c == '\'') {
                return word.append(quoted(c)).toString();
            }
            word.append(c);
        }
        return word.toString();
    }

    private String quoted(char quote) throws RefusedException {
        var text = new StringBuilder();
        while (more() && next() != quote) {
            char c = line.charAt(at++);
            if (c != '\\' || !more()) {
                text.append(c);
            } else if (quote == '"') {
                text.append(escape(line.charAt(at++)));
            } else {
                text.append(next() == '\'' ? line.charAt(at++) : c);
            }
        }
        at++;
        if (at > line.length() || more() && !isBlank(next())) {
            throw new RefusedException(UNBALANCED);
        }
        return text.toString();
    }

    private char escape(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            case 'x' -> hexByte();
            default -> letter;
        };
    }

    private char hexByte() {
        if (!line.substring(at).matches("(?s)[0-9a-fA-F]{2}.*")) {
            return 'x';
        }
        at += 2;
        return (char) Integer.parseInt(line.substring(at - 2, at), 16);
    }
}
