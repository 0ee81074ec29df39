package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: commands typed by hand. */
public enum InlineMistake implements Mistake {
    NO_INLINE_COMMANDS(plain(2, "A request that does not begin with * is rejected.")
            .caughtBy("INLINE-01")
            .hint("no inline commands")
            .look("the first byte: anything but * begins a line of words")),
    CR_BELONGS_TO_THE_LINE(plain(2, "The CR at the end of a line is taken for part of its last word.")
            .caughtBy("INLINE-01")
            .look("the end of a line: \\n, and a \\r before it, too")),
    LINES_NEED_CR(plain(2, "A line is complete only at \\r\\n.")
            .silent()
            .caughtBy("INLINE-02")
            .hint("answered late")
            .look("the end of a line: \\n is enough in a line typed by hand")),
    LINES_HAVE_NO_ARGUMENTS(plain(2, "The whole line is taken for the name of a command.")
            .caughtBy("INLINE-03")
            .look("the splitting of a line: at its spaces")),
    EACH_SPACE_SEPARATES(plain(2, "Two spaces in a row make an empty argument.")
            .caughtBy("INLINE-04")
            .look("split(\" \"), which makes an empty part between two spaces in a row")),
    ONCE_A_LINE_ALWAYS_A_LINE(plain(2, "After a line, arrays on the same connection are read as lines, too.")
            .caughtBy("INLINE-05")
            .look("the first byte: decide anew for each request")),
    LINES_IN_ONE_READ(plain(2, "A line must arrive in one piece.")
            .caughtBy("INLINE-06")
            .hint("part of a request")
            .look("the buffer: keep what has arrived of a line until its \\n is there")),
    EMPTY_LINE_IS_A_COMMAND(plain(2, "An empty line is answered with an error.")
            .caughtBy("INLINE-07.1")
            .hint("empty request")
            .look("empty lines: no words, no request")),
    LINE_OF_SPACES_CLOSES(plain(2, "A line of spaces has no first word, which raises an exception.")
            .closes()
            .caughtBy("INLINE-07.2")
            .hint("closed")
            .look("words[0] of an empty list")),
    QUOTES_ARE_LETTERS(exact(2, "Quotes in a line do not keep words together.")
            .caughtBy("INLINE-08")
            .look("the splitting of a line: it must know two kinds of quotes")),
    EMPTY_QUOTES_ARE_LOST(exact(2, "Empty quotes do not make an argument.")
            .caughtBy("INLINE-09")
            .look("a pair of quotes: it makes an argument, even an empty one")),
    ESCAPES_ARE_KEPT(exact(2, "Backslashes in double quotes are kept as they are.")
            .caughtBy("INLINE-10")
            .look("the escapes \\n \\r \\t \\b \\a \\\\ \\\" and \\xHH")),
    SINGLE_QUOTES_LIKE_DOUBLE(exact(2, "Single quotes know the escapes of double quotes.")
            .caughtBy("INLINE-11")
            .look("single quotes: only \\' is special in them")),
    OPEN_QUOTE_ENDS_WITH_THE_LINE(exact(2, "A quote that is never closed ends with its line.")
            .caughtBy("INLINE-12.1")
            .look("the end of the line inside quotes: an error")),
    LETTERS_AFTER_A_QUOTE(exact(2, "Text directly after a closing quote is joined to the argument.")
            .caughtBy("INLINE-12.3")
            .look("the byte after a closing quote: a space, or the end of the line")),
    ONLY_SPACES_SEPARATE(exact(2, "A tab counts as part of a word.")
            .caughtBy("INLINE-16.1")
            .look("what separates words: tab and CR do so, too")),
    HEXADECIMAL_WITHOUT_DIGITS(exact(2, "Backslash and x read two digits without a check, and the connection ends.")
            .closes()
            .caughtBy("INLINE-17")
            .hint("closed")
            .look("parseInt(…, 16), int(…, 16): check first that these are digits")),
    BACKSLASH_AT_THE_END_CLOSES(
            exact(2, "A backslash at the end of an open quote escapes a missing byte, and the connection ends.")
                    .closes()
                    .caughtBy("INLINE-18")
                    .hint("closed")
                    .look("the byte after a backslash: check first that there is one")),
    BULK_STRING_IS_A_REQUEST(exact(2, "A bulk string outside an array is taken for a command.")
            .caughtBy("INLINE-13")
            .look("the first byte: only * begins an array; $ is an ordinary letter of a line")),
    LINES_WITHOUT_LIMIT(exact(2, "A line may have any length.")
            .silent()
            .caughtBy("INLINE-14")
            .look("the length of a line: a client that never sends a line end must not fill the memory")),
    ANSWERS_BROWSERS(exact(2, "A browser's request is answered line by line.")
            .caughtBy("INLINE-15.1")
            .look("the commands POST and Host:, which must close the connection"));

    private final Entry entry;

    InlineMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
