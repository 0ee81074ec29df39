package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: the types of replies. */
public enum ReplyMistake implements Mistake {
    PONG_AS_BULK(plain(2, "PING is answered with a bulk string.")
            .caughtBy("REPLY-01")
            .hint("bulk for simple")
            .look("the reply to PING without a message: +PONG")),
    OK_AS_BULK(plain(2, "SET is answered with a bulk string.")
            .caughtBy("REPLY-02")
            .hint("bulk for simple")
            .look("the reply to SET: +OK")),
    OK_IN_SMALL_LETTERS(plain(2, "SET is answered with ok instead of OK.")
            .caughtBy("REPLY-02")
            .hint("reply in other case")
            .look("the text of the reply, or a conversion to lower case that should affect only the command's name")),
    VALUE_AS_SIMPLE(plain(2, "GET is answered with a simple string.")
            .caughtBy("REPLY-03")
            .hint("simple for bulk")
            .look("the type of values: bulk strings, because a simple string cannot hold a line end")),
    VALUE_AS_INTEGER(plain(2, "GET of a value that looks like a number replies with an integer.")
            .caughtBy("SET-05.2", "INCR-04")
            .hint("integer for bulk")
            .look("the reply to GET: a bulk string, whatever the value looks like")),
    NO_LINE_END_AFTER_VALUE(plain(2, "The line end after a value is missing.")
            .silent()
            .caughtBy("REPLY-03")
            .hint("no line end")
            .look("the function that writes a bulk string: CRLF comes after the length and after the bytes")),
    LENGTH_COUNTS_THE_LINE_END(plain(2, "The length of a value includes its final CRLF.")
            .caughtBy("REPLY-03")
            .hint("length counts the line end")
            .look("the length that is written: that of the value alone")),
    LENGTH_COUNTS_THE_ZERO(plain(2, "The length of a value includes a closing zero byte, which is sent with it.")
            .caughtBy("REPLY-03")
            .hint("zero byte")
            .look("sizeof, or strlen + 1, in C")),
    LENGTH_AS_A_CHARACTER(plain(2, "The length is written as one character, which is correct only up to 9.")
            .caughtBy("REPLY-04")
            .hint("length in another notation")
            .look("'0' + length: it works for one digit")),
    LENGTH_IN_HEXADECIMAL(plain(2, "The length is written in hexadecimal.")
            .caughtBy("REPLY-04")
            .hint("length in another notation")
            .look("the format: lengths are decimal")),
    QUOTED(plain(2, "Values come back in quotes, as redis-cli shows them.")
            .caughtBy("REPLY-03")
            .hint("quotes")
            .look("JSON, repr or %q: redis-cli adds the quotes on the screen, they are not sent")),
    PYTHON_REPR(plain(2, "Values come back as b'...', as Python shows bytes.")
            .caughtBy("REPLY-03")
            .hint("python repr")
            .look("str(value) of bytes: write the bytes themselves")),
    VALUE_IN_CAPITALS(plain(2, "The whole request is converted to upper case, including the value.")
            .caughtBy("REPLY-03")
            .hint("other case")
            .look("upper(): only on the command's name")),
    VALUE_IN_SMALL_LETTERS(plain(2, "The whole request is converted to lower case, including the value.")
            .caughtBy("REQ-04", "BULK-04", "SET-05.1")
            .hint("other case")
            .look("lower(): only on the command's name")),
    EMPTY_AS_NULL(plain(2, "An empty value is answered with null.")
            .caughtBy("REPLY-05", "BULK-12")
            .hint("null for empty")
            .look("`if value`: it is false for an empty string; check whether the key is there")),
    EMPTY_WITHOUT_LINE_END(plain(2, "An empty value is sent as $0 and one CRLF.")
            .silent()
            .caughtBy("REPLY-05")
            .hint("no line end")
            .look("empty bulk strings: they have two line ends, one after the length, one after the empty text")),
    EMPTY_ARGUMENT_IS_LOST(plain(2, "An empty argument vanishes from the request.")
            .caughtBy("REPLY-05", "BULK-11")
            .look("a split that drops empty parts, or `if part`")),
    MESSAGE_IGNORED(plain(2, "PING with a message replies PONG.")
            .caughtBy("REPLY-06")
            .hint("message ignored")
            .look("the argument of PING: reply with it")),
    MESSAGE_AS_SIMPLE(plain(2, "PING with a message replies with a simple string.")
            .caughtBy("REPLY-06")
            .hint("simple for bulk")
            .look("the type of the message: a bulk string, like every value")),
    NULL_AS_EMPTY(plain(2, "A missing key is answered with the empty string.")
            .caughtBy("REPLY-07")
            .hint("empty for null")
            .look("get(key, \"\") or a zero value: distinguish missing from empty")),
    NULL_AS_ERROR(plain(2, "A missing key is answered with an error.")
            .caughtBy("REPLY-07")
            .hint("error for null")
            .look("missing keys: they are not a mistake of the client")),
    NULL_AS_TEXT(plain(2, "A missing key is answered with the text nil.")
            .caughtBy("REPLY-07")
            .hint("null as text")
            .look("the text (nil): redis-cli shows it for $-1")),
    NULL_AS_NONE(plain(2, "A missing key is answered with the language's word for null: None.")
            .caughtBy("REPLY-07")
            .hint("null as text")
            .look("str(None), String.valueOf(null), `${undefined}`")),
    NULL_WITH_TWO_LINE_ENDS(plain(2, "Null is sent with a second CRLF.")
            .caughtBy("REPLY-07")
            .hint("null with two line ends")
            .look("the null reply: it has no bytes, and no line end after them")),
    NULL_OF_RESP3(plain(2, "Null is sent as in RESP3.")
            .caughtBy("REPLY-07")
            .hint("RESP3")
            .look("the null reply: _ belongs to RESP3, which a client must request with HELLO 3")),
    NULL_AS_ARRAY(plain(2, "A missing value is answered with the null array.")
            .caughtBy("REPLY-07")
            .hint("null array")
            .look("the null reply: *-1 is for arrays, $-1 for values")),
    NULL_IS_SILENT(plain(2, "GET of a missing key gets no reply.")
            .silent()
            .caughtBy("REPLY-07")
            .hint("passed over")
            .look("the branch for a missing key: it must reply, too")),
    BYTE_ARRAYS_AS_KEYS(
            plain(2, "Values are never found again: keys are compared as objects, not by their bytes.")
                    .caughtBy("REPLY-03")
                    .hint("null for a value")
                    .look(
                            "the comparison of keys: in Java, byte[] does not compare its bytes in equals; in C, use memcmp, not the pointers")),
    INTEGER_AS_BULK(plain(2, "INCR is answered with a bulk string.")
            .caughtBy("REPLY-08")
            .hint("bulk for integer")
            .look("the reply to INCR: it begins with :")),
    INTEGER_AS_SIMPLE(plain(2, "INCR is answered with a simple string.")
            .caughtBy("REPLY-08")
            .hint("simple for integer")
            .look("the reply to INCR: it begins with :")),
    INTEGER_AS_FRACTION(plain(2, "INCR is answered with a fraction: 1.0.")
            .caughtBy("REPLY-08")
            .hint("fraction")
            .look("the type of the number: float, or Number printed with decimals")),
    ERROR_AS_SIMPLE(plain(2, "Errors are sent as simple strings.")
            .caughtBy("REPLY-09")
            .hint("no minus")
            .look("the first byte: an error begins with -, whatever its text says")),
    ERROR_AS_BULK(plain(2, "Errors are sent as bulk strings.")
            .caughtBy("REPLY-09")
            .hint("no minus")
            .look("the first byte: an error begins with -, whatever its text says")),
    ERROR_IS_SILENT(plain(2, "An unknown command gets no reply.")
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
