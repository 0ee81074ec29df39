package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: values are bytes, and lengths count them. */
public enum ValueMistake implements Mistake {
    SPLITS_AT_LINE_ENDS(plain(2, "The request is split at its line ends, so a value ends at its first one.")
            .caughtBy("BULK-01")
            .hint("cut at the line end")
            .look("split(\"\\r\\n\") of the whole request: read as many bytes as the length says")),
    READS_VALUES_AS_LINES(
            plain(2, "A value is read with readLine; what follows its first line end is taken for a request.")
                    .caughtBy("BULK-01")
                    .hint("cut at the line end")
                    .look("readLine: it is for lines with a number; read a value by its length")),
    LINE_ENDS_CHANGED(plain(2, "Line ends in values are changed from \\r\\n to \\n.")
            .caughtBy("BULK-01")
            .hint("line ends changed")
            .look("a stream opened as text: open it as bytes")),
    VALUES_TRIMMED(plain(2, "Values are trimmed.")
            .caughtBy("BULK-02", "BULK-03")
            .hint("bytes lost")
            .look("trim or strip on an argument: keep arguments unchanged")),
    CUT_AT_SPACES(plain(2, "A value ends at its first space.")
            .caughtBy("REPLY-04")
            .hint("cut at a space")
            .look("split() or scanf(\"%s\"): read as many bytes as the length says")),
    CUT_AT_ZERO_BYTES(plain(2, "A value ends at its first zero byte.")
            .caughtBy("BULK-06.1")
            .hint("cut at a zero byte")
            .look("strlen, strcpy, %s: C strings end at a zero byte; keep the length with the bytes")),
    QUOTES_REMOVED(plain(2, "Quotes around a value, or inside it, are removed.")
            .caughtBy("BULK-06.6")
            .hint("bytes lost")
            .look("quotes: they have a meaning only in inline commands")),
    BACKSLASHES_READ(plain(2, "Backslashes in values are read as escapes.")
            .caughtBy("BULK-06.6")
            .hint("bytes lost")
            .look("escapes: they have a meaning only in inline commands")),
    BYTE_255_IS_THE_END(plain(2, "Byte 255 is taken for the end of the input.")
            .closes()
            .caughtBy("BULK-10.1")
            .hint("closed")
            .look("the result of read stored in a byte or char: 255 becomes -1; keep it in an int")),
    BYTES_AS_UTF_8(
            plain(2, "Values are decoded from UTF-8 and encoded again, so other bytes become replacement characters.")
                    .caughtBy("BULK-10.1")
                    .hint("replacement characters")
                    .look("new String(bytes), decode(), toString(): keep bytes, or use ISO 8859-1")),
    INVALID_UTF_8_IGNORED(plain(2, "Values are decoded with errors ignored, so bytes that are not UTF-8 vanish.")
            .caughtBy("BULK-10.1")
            .look("decode(errors='ignore'): keep bytes")),
    INVALID_UTF_8_ENDS_THE_CONNECTION(plain(2, "Bytes that are not UTF-8 raise an exception that ends the connection.")
            .closes()
            .caughtBy("BULK-10.1")
            .hint("closed")
            .look("decode() or from_utf8: keep bytes")),
    ENCODED_TWICE(plain(2, "Each byte over 127 is encoded as UTF-8 once more.")
            .caughtBy("BULK-07")
            .hint("encoded twice")
            .look("reading with one encoding and writing with another: use ISO 8859-1 for both, or bytes")),
    ASCII_ONLY(plain(2, "Bytes over 127 become question marks.")
            .caughtBy("BULK-07")
            .hint("question marks")
            .look("getBytes(US_ASCII), or the system's encoding: keep bytes")),
    LENGTH_COUNTS_CHARACTERS(plain(2, "The length that is written counts characters instead of bytes.")
            .caughtBy("BULK-07")
            .hint("characters counted")
            .look("the length of a string: encode first, then count")),
    LENGTH_COUNTS_UTF_16(plain(2, "The length that is written counts UTF-16 units, as Java and JavaScript do.")
            .caughtBy("BULK-07")
            .hint("characters counted")
            .look("length() of a string: encode first, then count")),
    READS_CHARACTERS(plain(2, "The length is taken for a number of characters, so the request never ends.")
            .silent()
            .caughtBy("BULK-07")
            .hint("answered late")
            .look("a Reader or a text stream: the length counts bytes")),
    BYTE_ORDER_MARK_REMOVED(plain(2, "A byte order mark at the beginning of a value is removed.")
            .caughtBy("BULK-10.3")
            .hint("bytes lost")
            .look("utf-8-sig, or TextDecoder without ignoreBOM: keep bytes"));

    private final Entry entry;

    ValueMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
