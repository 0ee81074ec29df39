package miniredis.proof.faults;

import static miniredis.proof.mistakes.ErrorMistake.ERRORS_WITHOUT_ERR;
import static miniredis.proof.mistakes.LineMistake.*;
import static miniredis.proof.mistakes.ReplyMistake.*;
import static miniredis.proof.mistakes.ValueMistake.ASCII_ONLY;
import static miniredis.proof.mistakes.ValueMistake.ENCODED_TWICE;
import static miniredis.proof.mistakes.ValueMistake.LENGTH_COUNTS_CHARACTERS;
import static miniredis.proof.mistakes.ValueMistake.LENGTH_COUNTS_UTF_16;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes replies in RESP2, one char for each byte. */
final class Replies {
    private final Fault slip;

    Replies(Fault slip) {
        this.slip = slip;
    }

    String pong() {
        return slip.is(PONG_AS_BULK) ? bulk("PONG") : simple("PONG");
    }

    String ok() {
        if (slip.is(OK_AS_BULK)) {
            return bulk("OK");
        }
        return simple(slip.is(OK_IN_SMALL_LETTERS) ? "ok" : "OK");
    }

    String message(String message) {
        if (slip.is(MESSAGE_IGNORED)) {
            return pong();
        }
        return slip.is(MESSAGE_AS_SIMPLE) ? simple(message) : bulk(message);
    }

    /** The reply of GET: a value, or null. */
    String value(String value) {
        if (value == null) {
            return missing();
        }
        if (slip.is(EMPTY_AS_NULL) && value.isEmpty()) {
            return missing();
        }
        if (slip.is(VALUE_AS_SIMPLE)) {
            return simple(value);
        }
        if (slip.is(VALUE_AS_INTEGER) && value.matches("-?\\d{1,19}")) {
            return ":" + value + "\r\n";
        }
        return bulk(shown(value));
    }

    private String shown(String value) {
        if (slip.is(QUOTED)) {
            return '"' + value + '"';
        }
        if (slip.is(PYTHON_REPR)) {
            return "b'" + value + "'";
        }
        if (slip.is(ENCODED_TWICE)) {
            return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
        return slip.is(ASCII_ONLY) ? value.replaceAll("[^\\x00-\\x7F]", "?") : value;
    }

    String bulk(String bytes) {
        if (slip.is(LENGTH_COUNTS_THE_ZERO)) {
            return "$" + (bytes.length() + 1) + lineEnd() + bytes + '\0' + lineEnd();
        }
        if (slip.is(EMPTY_WITHOUT_LINE_END) && bytes.isEmpty()) {
            return "$0\r\n";
        }
        return "$" + length(bytes) + lineEnd() + bytes + (slip.is(NO_LINE_END_AFTER_VALUE) ? "" : lineEnd());
    }

    private String length(String bytes) {
        int length = bytes.length();
        if (slip.is(LENGTH_COUNTS_THE_LINE_END)) {
            return Integer.toString(length + 2);
        }
        if (slip.is(LENGTH_AS_A_CHARACTER)) {
            return String.valueOf((char) ('0' + length));
        }
        if (slip.is(LENGTH_IN_HEXADECIMAL)) {
            return Integer.toHexString(length);
        }
        if (slip.isOneOf(LENGTH_COUNTS_CHARACTERS, LENGTH_COUNTS_UTF_16)) {
            String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            length = slip.is(LENGTH_COUNTS_UTF_16) ? text.length() : text.codePointCount(0, text.length());
        }
        return Integer.toString(length);
    }

    private String missing() {
        if (slip.is(NULL_AS_EMPTY)) {
            return bulk("");
        }
        if (slip.is(NULL_AS_ERROR)) {
            return error("ERR no such key");
        }
        if (slip.is(NULL_AS_TEXT)) {
            return bulk("nil");
        }
        if (slip.is(NULL_AS_NONE)) {
            return bulk("None");
        }
        if (slip.is(NULL_WITH_TWO_LINE_ENDS)) {
            return "$-1\r\n\r\n";
        }
        if (slip.is(NULL_OF_RESP3)) {
            return "_\r\n";
        }
        if (slip.is(NULL_AS_ARRAY)) {
            return "*-1\r\n";
        }
        return slip.is(NULL_IS_SILENT) ? "" : "$-1" + lineEnd();
    }

    String integer(long number) {
        if (slip.is(INTEGER_AS_BULK)) {
            return bulk(Long.toString(number));
        }
        if (slip.is(INTEGER_AS_SIMPLE)) {
            return simple(Long.toString(number));
        }
        return ":" + number + (slip.is(INTEGER_AS_FRACTION) ? ".0" : "") + lineEnd();
    }

    String error(String text) {
        String shown = slip.is(ERRORS_WITHOUT_ERR) ? text.replaceFirst("^ERR ", "") : text;
        if (slip.is(ERROR_AS_SIMPLE)) {
            return simple(shown);
        }
        return slip.is(ERROR_AS_BULK) ? bulk(shown) : "-" + shown + lineEnd();
    }

    String simple(String text) {
        if (slip.is(NO_TYPE)) {
            return text.toUpperCase(Locale.ROOT) + lineEnd();
        }
        return "+" + text + (slip.is(NO_LINE_END) ? "" : lineEnd());
    }

    private String lineEnd() {
        if (slip.is(LF_ALONE)) {
            return "\n";
        }
        return slip.is(ESCAPES_AS_TEXT) ? "\\r\\n" : "\r\n";
    }
}
