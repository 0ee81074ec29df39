package miniredis.proof.faults;

import static miniredis.proof.mistakes.InlineMistake.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a line typed by hand into words. */
final class InlineWords {
    private static final char END = '\0';

    private final String line;
    private final Fault slip;
    private int at;

    InlineWords(String line, Fault slip) {
        this.line = line;
        this.slip = slip;
    }

    List<String> split() throws IOException {
        if (slip.is(LINES_HAVE_NO_ARGUMENTS)) {
            return line.isBlank() ? List.of() : List.of(line);
        }
        if (slip.is(EACH_SPACE_SEPARATES)) {
            return line.isBlank() ? List.of() : List.of(line.split(" "));
        }
        var words = new ArrayList<String>();
        while (skipSpaces()) {
            int start = at;
            String word = word();
            if (!(slip.is(EMPTY_QUOTES_ARE_LOST) && word.isEmpty() && at > start)) {
                words.add(word);
            }
        }
        if (slip.is(EMPTY_LINE_IS_A_COMMAND) && line.isEmpty()) {
            return List.of("");
        }
        if (slip.is(LINE_OF_SPACES_CLOSES) && words.isEmpty() && !line.isEmpty()) {
            throw new Broken.Closing();
        }
        return words;
    }

    private boolean skipSpaces() {
        while (isSpace(peek(0)) && !(slip.is(CR_BELONGS_TO_THE_LINE) && peek(0) == '\r')) {
            at++;
        }
        return peek(0) != END;
    }

    private String word() throws IOException {
        var word = new StringBuilder();
        while (true) {
            char c = peek(0);
            boolean crOfTheWord = c == '\r' && slip.is(CR_BELONGS_TO_THE_LINE);
            if (c == END || isSpace(c) && !crOfTheWord) {
                return word.toString();
            }
            at++;
            if ((c == '"' || c == '\'') && !slip.is(QUOTES_ARE_LETTERS)) {
                quoted(c, word);
                if (!slip.is(LETTERS_AFTER_A_QUOTE)) {
                    return word.toString();
                }
            } else {
                word.append(c);
            }
        }
    }

    private void quoted(char quote, StringBuilder word) throws IOException {
        boolean likeDouble = quote == '"' || slip.is(SINGLE_QUOTES_LIKE_DOUBLE);
        while (peek(0) != quote) {
            if (peek(0) == END) {
                if (slip.is(OPEN_QUOTE_ENDS_WITH_THE_LINE)) {
                    return;
                }
                throw unbalanced();
            }
            word.append(likeDouble ? inDoubleQuotes() : inSingleQuotes());
        }
        at++;
        if (peek(0) != END && !isSpace(peek(0)) && !slip.is(LETTERS_AFTER_A_QUOTE)) {
            throw unbalanced();
        }
    }

    private char inSingleQuotes() {
        if (peek(0) == '\\' && peek(1) == '\'') {
            at++;
        }
        return line.charAt(at++);
    }

    private char inDoubleQuotes() throws Broken.Closing {
        if (slip.is(BACKSLASH_AT_THE_END_CLOSES) && peek(0) == '\\' && peek(1) == END) {
            throw new Broken.Closing();
        }
        if (peek(0) != '\\' || peek(1) == END || slip.is(ESCAPES_ARE_KEPT) && peek(1) != '"') {
            return line.charAt(at++);
        }
        at++;
        char escaped = line.charAt(at++);
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            case 'x' -> hexadecimal();
            default -> escaped;
        };
    }

    private char hexadecimal() {
        int high = Character.digit(peek(0), 16);
        int low = Character.digit(peek(1), 16);
        if (slip.is(HEXADECIMAL_WITHOUT_DIGITS)) {
            return (char) Integer.parseInt(line, at, at += 2, 16);
        }
        if (high < 0 || low < 0) {
            return 'x';
        }
        at += 2;
        return (char) (high * 16 + low);
    }

    private char peek(int ahead) {
        return at + ahead < line.length() ? line.charAt(at + ahead) : END;
    }

    private boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' && !slip.is(ONLY_SPACES_SEPARATE);
    }

    private static Broken.Request unbalanced() {
        return new Broken.Request("ERR Protocol error: unbalanced quotes in request");
    }
}
