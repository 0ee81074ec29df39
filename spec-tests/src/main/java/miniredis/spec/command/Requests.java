package miniredis.spec.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The requests in bytes that a client sends, as arrays of bulk strings or inline. Bytes that are not RESP are not an error here:
 * a feature may be about just that. Then the words so far are a request, and reading continues at the next line.
 */
public final class Requests {
    private static final int MOST_WORDS = 1000;
    private static final Pattern LENGTH = Pattern.compile(".[0-9]{1,9}");

    private static final Pattern EXACT_LENGTH = Pattern.compile(".(?:0|[1-9][0-9]{0,17})");
    private static final long LONGEST = 512L * 1024 * 1024;

    private final String bytes;
    private final List<List<byte[]>> requests = new ArrayList<>();
    private int at;

    private Requests(byte[] bytes) {
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Each with at least one word. */
    public static List<List<byte[]>> in(byte[] bytes) {
        var reader = new Requests(bytes);
        while (reader.at < reader.bytes.length()) {
            reader.readOne();
        }
        return reader.requests;
    }

    /** Whether this is one array of bulk strings after another, each whole, and nothing else. */
    public static boolean areWhole(byte[] bytes) {
        var reader = new Requests(bytes);
        boolean whole = bytes.length > 0;
        while (whole && reader.at < reader.bytes.length()) {
            whole = reader.bytes.charAt(reader.at) == '*' && reader.skipWhole(number(reader.line()));
        }
        return whole;
    }

    /**
     * Whether more bytes would be read as the rest of these: half a line, or an array with elements still to come. Where the
     * protocol is broken nothing is to come.
     */
    public static boolean areUnfinished(byte[] bytes) {
        var reader = new Requests(bytes);
        while (reader.at < reader.bytes.length()) {
            if (!reader.hasWholeLine()) {
                return true;
            }
            var line = reader.line();
            if (line.startsWith("*") && reader.isCutOff(exactNumber(line, Integer.MAX_VALUE))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWholeLine() {
        return bytes.indexOf('\n', at) >= 0;
    }

    private boolean isCutOff(long count) {
        for (long i = 0; i < count; i++) {
            if (at < bytes.length() && bytes.charAt(at) != '$') {
                return false;
            }
            if (!hasWholeLine()) {
                return true;
            }
            long length = exactNumber(line(), LONGEST);
            if (length < 0) {
                return false;
            }
            if (at + length + 2 > bytes.length()) {
                return true;
            }
            at += (int) length + 2;
        }
        return false;
    }

    private boolean skipWhole(int count) {
        var word = new ArrayList<String>(1);
        for (int i = 0; i < count; i++) {
            word.clear();
            if (!readBulkString(word)) {
                return false;
            }
        }
        return count > 0;
    }

    private void readOne() {
        var line = line();
        if (line.startsWith("*")) {
            var words = new ArrayList<String>();
            int count = Math.min(MOST_WORDS, number(line));
            while (words.size() < count && readBulkString(words)) {
                // the next word
            }
            add(words);
        } else {
            // An element of an unexpected type is a word, too.
            add(List.of(line.replaceFirst("^[+:$-]", "").strip().split("\\s+")));
        }
    }

    /** Reads a word if there is one here, whole or cut off. */
    private boolean readBulkString(List<String> words) {
        if (at >= bytes.length() || bytes.charAt(at) != '$') {
            return false;
        }
        int length = number(line());
        int end = Math.min(bytes.length(), at + length);
        if (length < 0) {
            return false;
        }
        words.add(bytes.substring(at, end));
        at = end;
        if (!bytes.startsWith("\r\n", at)) {
            return false;
        }
        at += 2;
        return true;
    }

    /** The rest of the line without its end. */
    private String line() {
        int end = bytes.indexOf('\n', at);
        var line = end < 0 ? bytes.substring(at) : bytes.substring(at, end);
        at = end < 0 ? bytes.length() : end + 1;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The number after the first character; -1 where that can't be a length. */
    private static int number(String line) {
        return LENGTH.matcher(line).matches() ? Integer.parseInt(line.substring(1)) : -1;
    }

    /** The number after the first character, as Redis reads it; -1 where it is none, or too large. */
    private static long exactNumber(String line, long most) {
        long number = EXACT_LENGTH.matcher(line).matches() ? Long.parseLong(line.substring(1)) : -1;
        return number <= most ? number : -1;
    }

    private void add(List<String> words) {
        if (!words.isEmpty() && !words.get(0).isEmpty()) {
            requests.add(words.stream()
                    .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                    .toList());
        }
    }
}
