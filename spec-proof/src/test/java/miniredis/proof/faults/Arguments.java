package miniredis.proof.faults;

import static miniredis.proof.mistakes.ReplyMistake.EMPTY_ARGUMENT_IS_LOST;
import static miniredis.proof.mistakes.ReplyMistake.VALUE_IN_CAPITALS;
import static miniredis.proof.mistakes.ReplyMistake.VALUE_IN_SMALL_LETTERS;
import static miniredis.proof.mistakes.StreamMistake.LOOKS_FOR_PING_ANYWHERE;
import static miniredis.proof.mistakes.ValueMistake.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes the arguments of a request before a command sees them, by mistake. The correct server changes nothing. */
final class Arguments {
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Fault slip;

    Arguments(Fault slip) {
        this.slip = slip;
    }

    List<String> received(List<String> words) throws IOException {
        if (slip.is(LOOKS_FOR_PING_ANYWHERE) && words.stream().skip(1).anyMatch(word -> word.contains("PING"))) {
            return List.of("PING");
        }
        var received = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = i == 0 ? words.get(0) : argument(words.get(i));
            String kept = i >= 2 ? value(word) : word;
            if (!(slip.is(EMPTY_ARGUMENT_IS_LOST) && kept.isEmpty())) {
                received.add(kept);
            }
        }
        return received;
    }

    private String argument(String bytes) throws IOException {
        if (slip.is(VALUE_IN_CAPITALS)) {
            return bytes.toUpperCase(Locale.ROOT);
        }
        if (slip.is(VALUE_IN_SMALL_LETTERS)) {
            return bytes.toLowerCase(Locale.ROOT);
        }
        if (slip.is(BYTES_AS_UTF_8)) {
            return latin1(new String(utf8(bytes), StandardCharsets.UTF_8));
        }
        if (slip.is(INVALID_UTF_8_IGNORED)) {
            return decoded(bytes, CodingErrorAction.IGNORE);
        }
        if (slip.is(INVALID_UTF_8_ENDS_THE_CONNECTION)) {
            return decoded(bytes, CodingErrorAction.REPORT);
        }
        return bytes;
    }

    private String value(String value) {
        if (slip.is(SPLITS_AT_LINE_ENDS)) {
            return value.split("\r\n", 2)[0];
        }
        if (slip.is(LINE_ENDS_CHANGED)) {
            return value.replace("\r\n", "\n");
        }
        if (slip.is(VALUES_TRIMMED)) {
            return value.strip();
        }
        if (slip.is(CUT_AT_SPACES)) {
            return value.split(" ", 2)[0];
        }
        if (slip.is(CUT_AT_ZERO_BYTES)) {
            return value.split("\0", 2)[0];
        }
        if (slip.is(QUOTES_REMOVED)) {
            return value.replaceAll("[\"']", "");
        }
        if (slip.is(BACKSLASHES_READ)) {
            return value.replaceAll("\\\\(.?)", "$1");
        }
        if (slip.is(BYTE_ORDER_MARK_REMOVED) && value.startsWith(BYTE_ORDER_MARK)) {
            return value.substring(BYTE_ORDER_MARK.length());
        }
        return value;
    }

    private static String decoded(String bytes, CodingErrorAction onError) throws IOException {
        return latin1(StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(onError)
                .onUnmappableCharacter(onError)
                .decode(ByteBuffer.wrap(utf8(bytes)))
                .toString());
    }

    private static byte[] utf8(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
