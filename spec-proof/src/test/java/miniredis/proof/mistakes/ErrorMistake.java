package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 3: wrong numbers of arguments, unknown commands, and how errors are written. */
public enum ErrorMistake implements Mistake {
    MISSING_ARGUMENT_CLOSES(plain(3, "A missing argument raises an exception that ends the connection.")
            .closes()
            .caughtBy("ARITY-01.1")
            .hint("closed")
            .look("arguments[1] before the number of arguments is checked")),
    MISSING_ARGUMENT_ENDS_THE_SERVER(plain(3, "A missing argument makes the server exit.")
            .dies()
            .caughtBy("ARITY-01.1")
            .hint("death")
            .look("arguments[1] before the number of arguments is checked")),
    GET_TAKES_MORE(plain(3, "GET ignores arguments after the first.")
            .caughtBy("ARITY-01.2")
            .look("the number of arguments: check that it is exactly right")),
    SET_TAKES_LESS(plain(3, "SET without a value stores an empty one.")
            .caughtBy("ARITY-01.4")
            .look("the number of arguments: check it before anything is done")),
    INCR_TAKES_MORE(plain(3, "INCR with a second argument adds that much.")
            .caughtBy("ARITY-01.6")
            .look("the number of arguments: that is INCRBY; INCR takes only a key")),
    PING_TAKES_MORE(plain(3, "PING ignores arguments after the first.")
            .caughtBy("ARITY-01.7")
            .look("the number of arguments: PING takes one at most")),
    SET_TAKES_MORE(plain(3, "SET ignores what follows the value.")
            .caughtBy("ARITY-03")
            .look("the words after the value: one that SET does not know is an error")),
    SET_JOINS_WORDS(plain(3, "SET takes all words after the key for the value.")
            .caughtBy("ARITY-03")
            .look("the value: it is one argument; an argument can contain spaces")),
    REFUSES_AFTER_SETTING(plain(3, "SET with one argument too many is rejected, but has already set the key.")
            .caughtBy("ARITY-05")
            .look("the order: check first, change later")),
    REFUSES_AFTER_COUNTING(plain(3, "INCR with one argument too many is rejected, but has already incremented.")
            .caughtBy("ARITY-06")
            .look("the order: check first, change later")),
    LOOKS_AT_THE_VALUE_FIRST(exact(3, "INCR checks the value before the number of arguments.")
            .caughtBy("ARITY-08")
            .hint("error in own words")
            .look("the number of arguments: check it first, best in one place for all commands")),
    ARITY_NAMES_WHAT_WAS_TYPED(exact(3, "The error names the command as it was typed.")
            .caughtBy("ARITY-02.1", "ARITY-02.2")
            .hint("reply in other case")
            .look("the name in the error: that of the table of commands, in lower case")),
    ARITY_IN_OWN_WORDS(exact(3, "The text of the error for a wrong number of arguments differs from that of Redis.")
            .caughtBy("ARITY-02.1")
            .hint("error in own words")
            .look("the text: ERR wrong number of arguments for 'get' command")),
    EXTRA_WORD_IN_OWN_WORDS(exact(3, "The error for a word too many after SET is about the number of arguments.")
            .caughtBy("ARITY-04")
            .hint("error in own words")
            .look("the arguments of SET: it takes any number of options, so this is a syntax error")),
    ERRORS_WITHOUT_ERR(exact(3, "The text of errors lacks the word ERR.")
            .caughtBy("INLINE-12.1", "PROTO-10.1", "INLINE-13")
            .hint("no ERR")
            .look("the function that writes errors")),
    NAMELESS_COMMAND_CRASHES(plain(3, "An empty command name raises an exception.")
            .closes()
            .caughtBy("UNKNOWN-01.3")
            .hint("closed")
            .look("name[0] of an empty string")),
    NAME_BREAKS_THE_LINE(plain(3, "The error repeats the name with its line ends.")
            .caughtBy("UNKNOWN-03")
            .hint("line end in an error")
            .look("everything an error repeats: replace CR and LF")),
    ARGUMENT_BREAKS_THE_LINE(plain(3, "The error repeats the arguments with their line ends.")
            .caughtBy("UNKNOWN-04")
            .hint("line end in an error")
            .look("everything an error repeats: replace CR and LF")),
    UNKNOWN_IN_OWN_WORDS(exact(3, "The error for an unknown command is: unknown command.")
            .caughtBy("INLINE-13", "UNKNOWN-05.1")
            .hint("error in own words")
            .look("the text: ERR unknown command 'FOO', with args beginning with: 'bar' ")),
    UNKNOWN_IN_SMALL_LETTERS(exact(3, "The error shows the unknown name in lower case.")
            .caughtBy("UNKNOWN-05.1")
            .hint("reply in other case")
            .look("the name as it was typed")),
    NO_SPACE_AT_THE_END(exact(3, "The last space after the list of arguments is missing.")
            .caughtBy("INLINE-13", "UNKNOWN-05.1")
            .hint("space at the end")
            .look("the list of arguments: each has a space after it, also the last; and one follows `with:`")),
    ARGUMENTS_WITH_COMMAS(exact(3, "The arguments in the error are separated by commas.")
            .caughtBy("UNKNOWN-05.2")
            .hint("error in own words")
            .look("the list of arguments: a space after each")),
    NAME_IS_NOT_CUT(exact(3, "A long name is repeated in full.")
            .caughtBy("UNKNOWN-06")
            .hint("error in own words")
            .look("the name in the error: its first 128 bytes")),
    ARGUMENTS_ARE_NOT_CUT(exact(3, "A long list of arguments is repeated in full.")
            .caughtBy("UNKNOWN-07")
            .hint("error in own words")
            .look("the list of arguments: until it has 128 bytes")),
    ONE_ARGUMENT_TOO_MANY(exact(3, "An argument is added to a list that has 128 bytes already.")
            .caughtBy("UNKNOWN-08")
            .hint("error in own words")
            .look("the list of arguments: while it has fewer than 128 bytes, not at most 128"));

    private final Entry entry;

    ErrorMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
