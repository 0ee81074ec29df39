package miniredis.blocking;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line typed by hand, as in telnet or nc: {@code SET greeting "hello world"}.
 *
 * <p>Words are separated by blanks. Inside double quotes {@code \n \r \t \b \a} and {@code \xHH} stand for bytes and a backslash
 * before anything else stands for that character; inside single quotes only {@code \'} is special. A closing quote ends its
 * word, so a blank or the end of the line has to follow it.
 */
final class InlineRequest {
    private static final char END = '\0';

    private final String line;
    private int at;

    InlineRequest(String line) {
        this.line = line;
    }

    /** @return the words of the line; an empty list for a blank line */
    List<Bytes> split() throws ProtocolException {
        var words = new ArrayList<Bytes>();
        while (skipBlanks()) {
            words.add(Bytes.of(word()));
        }
        return words;
    }

    private boolean skipBlanks() {
        while (isBlank(peek(0))) {
            at++;
        }
        return peek(0) != END;
    }

    private String word() throws ProtocolException {
        var word = new StringBuilder();
        while (true) {
            char next = peek(0);
            switch (next) {
                case END, ' ', '\t', '\r', '\n' -> {
                    return word.toString();
                }
                case '"', '\'' -> {
                    at++;
                    quoted(next, word);
                    return word.toString();
                }
                default -> word.append(take());
            }
        }
    }

    private void quoted(char quote, StringBuilder word) throws ProtocolException {
        while (peek(0) != quote) {
            if (peek(0) == END) {
                throw unbalanced();
            }
            word.append(quote == '"' ? takeInDoubleQuotes() : takeInSingleQuotes());
        }
        at++;
        if (peek(0) != END && !isBlank(peek(0))) {
            throw unbalanced();
        }
    }

    private char takeInSingleQuotes() {
        if (peek(0) == '\\' && peek(1) == '\'') {
            at++;
        }
        return take();
    }

    private char takeInDoubleQuotes() {
        if (peek(0) != '\\' || peek(1) == END) {
            return take();
        }
        at++;
        char escaped = take();
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            case 'x' -> isHexDigit(peek(0)) && isHexDigit(peek(1)) ? takeHexByte() : 'x';
            default -> escaped;
        };
    }

    private char takeHexByte() {
        return (char) (Character.digit(take(), 16) * 16 + Character.digit(take(), 16));
    }

    private char take() {
        return line.charAt(at++);
    }

    private char peek(int ahead) {
        return at + ahead < line.length() ? line.charAt(at + ahead) : END;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isHexDigit(char c) {
        return Character.digit(c, 16) >= 0;
    }

    private static ProtocolException unbalanced() {
        return new ProtocolException("unbalanced quotes in request");
    }
}
