package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: the types of replies. */
public enum ReplyMistake implements Mistake {
    PONG_AS_BULK(plain(2, "PING is answered with a bulk string.")
            .caughtBy("REPLY-01")
            .hint("bulk for simple")
            .look("PING without a message answers +PONG")),
    OK_AS_BULK(plain(2, "SET is answered with a bulk string.")
            .caughtBy("REPLY-02")
            .hint("bulk for simple")
            .look("SET answers +OK")),
    OK_IN_SMALL_LETTERS(plain(2, "SET is answered with ok instead of OK.")
            .caughtBy("REPLY-02")
            .hint("reply in other case")
            .look("the text of the reply, or a conversion to lower case that should concern the command's name only")),
    VALUE_AS_SIMPLE(plain(2, "GET is answered with a simple string.")
            .caughtBy("REPLY-03")
            .hint("simple for bulk")
            .look("values are bulk strings, because a simple string cannot hold a line end")),
    VALUE_AS_INTEGER(plain(2, "A value that looks like a number is answered as an integer.")
            .caughtBy("SET-05.2", "INCR-04")
            .hint("integer for bulk")
            .look("GET answers a bulk string whatever the value looks like")),
    NO_LINE_END_AFTER_VALUE(plain(2, "The line end after a value is missing.")
            .silent()
            .caughtBy("REPLY-03")
            .hint("no line end")
            .look("the function that writes a bulk string: CRLF comes after the length and after the bytes")),
    LENGTH_COUNTS_THE_LINE_END(plain(2, "The length of a value counts its final CRLF.")
            .caughtBy("REPLY-03")
            .hint("length counts the line end")
            .look("the length that is written: that of the value alone")),
    LENGTH_COUNTS_THE_ZERO(plain(2, "The length of a value counts a closing zero byte, which is sent with it.")
            .caughtBy("REPLY-03")
            .hint("zero byte")
            .look("in C, sizeof or strlen + 1")),
    LENGTH_AS_A_CHARACTER(plain(2, "The length is written as one character, right up to 9.")
            .caughtBy("REPLY-04")
            .hint("length in another notation")
            .look("'0' + length works for one digit")),
    LENGTH_IN_HEXADECIMAL(plain(2, "The length is written in hexadecimal.")
            .caughtBy("REPLY-04")
            .hint("length in another notation")
            .look("the format: lengths are decimal")),
    QUOTED(plain(2, "Values come back in quotes, as redis-cli shows them.")
            .caughtBy("REPLY-03")
            .hint("quotes")
            .look("JSON, repr or %q: redis-cli adds the quotes on the screen, they are not on the wire")),
    PYTHON_REPR(plain(2, "Values come back as b'...', as Python shows bytes.")
            .caughtBy("REPLY-03")
            .hint("python repr")
            .look("str(value) of bytes: write the bytes themselves")),
    VALUE_IN_CAPITALS(plain(2, "The whole request is turned into capitals, the value too.")
            .caughtBy("REPLY-03")
            .hint("other case")
            .look("upper() on the command's name only")),
    VALUE_IN_SMALL_LETTERS(plain(2, "The whole request is turned into small letters, the value too.")
            .caughtBy("REQ-04", "BULK-04", "SET-05.1")
            .hint("other case")
            .look("lower() on the command's name only")),
    EMPTY_AS_NULL(plain(2, "An empty value is answered with null.")
            .caughtBy("REPLY-05", "BULK-12")
            .hint("null for empty")
            .look("`if value` is false for an empty text: ask whether the key is there")),
    EMPTY_WITHOUT_LINE_END(plain(2, "An empty value is sent as $0 and one CRLF.")
            .silent()
            .caughtBy("REPLY-05")
            .hint("no line end")
            .look("an empty bulk string has two line ends: one after the length, one after the no bytes")),
    EMPTY_ARGUMENT_IS_LOST(plain(2, "An empty argument vanishes from the request.")
            .caughtBy("REPLY-05", "BULK-11")
            .look("a split that drops empty parts, or `if part`")),
    MESSAGE_IGNORED(plain(2, "PING with a message answers PONG.")
            .caughtBy("REPLY-06")
            .hint("message ignored")
            .look("PING looks at its argument")),
    MESSAGE_AS_SIMPLE(plain(2, "PING with a message answers a simple string.")
            .caughtBy("REPLY-06")
            .hint("simple for bulk")
            .look("the message is a bulk string, like every value")),
    NULL_AS_EMPTY(plain(2, "A missing key is answered with the empty string.")
            .caughtBy("REPLY-07")
            .hint("empty for null")
            .look("get(key, \"\") or a zero value: keep missing and empty apart")),
    NULL_AS_ERROR(plain(2, "A missing key is answered with an error.")
            .caughtBy("REPLY-07")
            .hint("error for null")
            .look("a missing key is no mistake of the client")),
    NULL_AS_TEXT(plain(2, "A missing key is answered with the text nil.")
            .caughtBy("REPLY-07")
            .hint("null as text")
            .look("redis-cli shows (nil) for $-1")),
    NULL_AS_NONE(plain(2, "A missing key is answered with the word of the language for null: None.")
            .caughtBy("REPLY-07")
            .hint("null as text")
            .look("str(None), String.valueOf(null), `${undefined}`")),
    NULL_WITH_TWO_LINE_ENDS(plain(2, "Null is sent with a second CRLF.")
            .caughtBy("REPLY-07")
            .hint("null with two line ends")
            .look("null has no bytes and no line end after them")),
    NULL_OF_RESP3(plain(2, "Null is sent as RESP3 writes it.")
            .caughtBy("REPLY-07")
            .hint("RESP3")
            .look("_ belongs to RESP3, which a client has to ask for with HELLO 3")),
    NULL_AS_ARRAY(plain(2, "A missing value is answered with the null array.")
            .caughtBy("REPLY-07")
            .hint("null array")
            .look("*-1 is the null of arrays, $-1 that of values")),
    NULL_IS_SILENT(plain(2, "GET of a missing key is not answered.")
            .silent()
            .caughtBy("REPLY-07")
            .hint("passed over")
            .look("the branch for a missing key: it has to answer too")),
    BYTE_ARRAYS_AS_KEYS(plain(2, "Values are never found again: keys are compared as objects, not by their bytes.")
            .caughtBy("REPLY-03")
            .hint("null for a value")
            .look("in Java byte[] has no equals of its own; in C compare with memcmp, not the pointers")),
    INTEGER_AS_BULK(plain(2, "INCR is answered with a bulk string.")
            .caughtBy("REPLY-08")
            .hint("bulk for integer")
            .look("what INCR answers begins with :")),
    INTEGER_AS_SIMPLE(plain(2, "INCR is answered with a simple string.")
            .caughtBy("REPLY-08")
            .hint("simple for integer")
            .look("what INCR answers begins with :")),
    INTEGER_AS_FRACTION(plain(2, "INCR is answered with a fraction: 1.0.")
            .caughtBy("REPLY-08")
            .hint("fraction")
            .look("the type of the number: float, or Number printed with decimals")),
    ERROR_AS_SIMPLE(plain(2, "Errors are sent as simple strings.")
            .caughtBy("REPLY-09")
            .hint("no minus")
            .look("an error begins with -, whatever its text says")),
    ERROR_AS_BULK(plain(2, "Errors are sent as bulk strings.")
            .caughtBy("REPLY-09")
            .hint("no minus")
            .look("an error begins with -, whatever its text says")),
    ERROR_IS_SILENT(plain(2, "A command that is not known gets no answer.")
            .silent()
            .caughtBy("REPLY-09")
            .hint("passed over")
            .look("the else branch of the commands"));

    private final Entry entry;

    ReplyMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
