package miniredis.proof.differential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes a stream from a seed, always the same for the same seed: mostly valid requests, and every kind of broken request. */
final class StreamGenerator {
    private static final List<String> EMPTY =
            List.of("*0\r\n", "*-1\r\n", "*-10\r\n", "\r\n", "\n", "*-2147483648\r\n", "  \r\n");
    private static final List<String> BROKEN = List.of(
            "*abc\r\n",
            "*+1\r\n",
            "*01\r\n",
            "* 1\r\n",
            "*1 \r\n",
            "*\r\n",
            "**1\r\n",
            "*-\r\n",
            "*2147483648\r\n",
            "*9223372036854775808\r\n",
            "*1\r\n$-1\r\n",
            "*1\r\n$abc\r\n",
            "*1\r\n$\r\n",
            "*1\r\n$04\r\nPING\r\n",
            "*1\r\n$+4\r\nPING\r\n",
            "*1\r\n$536870913\r\n",
            "*1\r\n$-0\r\n",
            "*1\r\n$4 \r\nPING\r\n",
            "*1\r\n+PING\r\n",
            "*1\r\n:4\r\n",
            "*1\r\n\r\n$4\r\nPING\r\n",
            "*2\r\n$3\r\nGET\r\n*1\r\n",
            "*1\r\n\0\r\n",
            "*1\r\n\u00ff4\r\nPING\r\n",
            "*1\r\n$4\r\nPINGxx",
            "*1\r\n$4\r\nPINGxx*1\r\n$4\r\nPING\r\n",
            "$4\r\nPING\r\n",
            "*1\r\n$0\r\n\r\n",
            "*2\r\n$4\r\nPING\r\n$0\r\n\r\n",
            "*1\rX$4\rXPING\r\n",
            "*1\n$4\nPING\n",
            "+PING\r\n",
            ":1\r\n",
            "-ERR\r\n");
    private static final List<String> QUOTED = List.of(
            "PING \"a b\"\r\n",
            "PING 'a b'\r\n",
            "PING \"\\x41\\n\\r\\t\\b\\a\\\\\\\"\\q\"\r\n",
            "PING 'a\\'b\\n'\r\n",
            "PING \"abc\r\n",
            "PING 'abc\r\n",
            "PING \"abc\"d\r\n",
            "PING 'abc'd\r\n",
            "PING a\"b c\"\r\n",
            "PING \"\"\r\n",
            "PING ''\r\n",
            "\"PING\"\r\n",
            "PING \"\\xZZ\\x4\"\r\n",
            "PING\ta\r\n",
            "PING  a  \n",
            "  PING\r\n",
            "PING\r",
            "PING a\rb\r\n",
            "PING \"a\"\t\r\n",
            "PING a'b'\r\n",
            "PING \\\r\n",
            "PING \"\\\r\n");
    private static final List<String> BROWSER = List.of(
            "POST / HTTP/1.1\r\n",
            "post\r\n",
            "Host: localhost\r\n",
            "host:\r\n",
            "Host:x\r\n",
            "*1\r\n$4\r\nPOST\r\n",
            "*2\r\n$5\r\nhost:\r\n$1\r\nx\r\n",
            "POSTS\r\n",
            "hosT: a b\r\n",
            "HTTP/1.1 200\r\n");

    private final Random random;
    private final Vocabulary words;

    private StreamGenerator(long seed, boolean emptyKey) {
        random = new Random(seed);
        words = new Vocabulary(random, emptyKey);
    }

    static ByteStream stream(long seed, boolean emptyKey) {
        return new StreamGenerator(seed, emptyKey).stream();
    }

    private ByteStream stream() {
        var parts = new ArrayList<byte[]>();
        int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 12);
        for (int i = 0; i < count; i++) {
            parts.add(part());
        }
        if (random.nextInt(5) == 0) {
            var last = parts.remove(parts.size() - 1);
            parts.add(Arrays.copyOf(last, random.nextInt(last.length + 1)));
        }
        if (random.nextInt(60) == 0) {
            parts.add(tooLong());
        }
        if (random.nextInt(60) == 0) {
            // At the very beginning: when Redis sees a browser, it discards the replies that it has not sent yet, and
            // which these are depends on timing.
            parts.add(0, ByteStream.latin1(pick(BROWSER)));
        }
        long packets = random.nextInt(3) == 0 ? ByteStream.AT_ONCE : 100 + random.nextInt(1_000_000);
        return new ByteStream(List.copyOf(parts), packets);
    }

    private byte[] part() {
        int kind = random.nextInt(1000);
        if (kind < 690) {
            return ByteStream.latin1(array(words.request()));
        } else if (kind < 810) {
            return ByteStream.latin1(inline(words.request()));
        } else if (kind < 850) {
            return ByteStream.latin1(pick(EMPTY));
        } else if (kind < 890) {
            return ByteStream.latin1(pick(QUOTED));
        } else if (kind < 930) {
            return ByteStream.latin1(pick(BROKEN));
        } else if (kind < 985) {
            return mutated(ByteStream.latin1(array(words.request())));
        }
        return ByteStream.latin1(words.bytes(1 + random.nextInt(60)));
    }

    /** More than 64 KiB without the end of the line. Nothing follows: if the line ended, Redis's reply would depend on timing. */
    private byte[] tooLong() {
        var beginning = List.of("", "*", "*1\r\n$", "PING ").get(random.nextInt(4));
        return ByteStream.latin1(beginning + "1".repeat(70_000));
    }

    static String array(List<String> request) {
        var text = new StringBuilder("*" + request.size() + "\r\n");
        request.forEach(word -> text.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return text.toString();
    }

    private String inline(List<String> request) {
        var text = new StringBuilder();
        for (var word : request) {
            text.append(text.isEmpty() ? "" : " ".repeat(1 + random.nextInt(2))).append(inlineWord(word));
        }
        return text + (random.nextInt(3) == 0 ? "\n" : "\r\n");
    }

    private String inlineWord(String word) {
        if (word.length() > 2000) {
            return "long";
        }
        return word.matches("[!#-&(-~]+") && random.nextInt(3) != 0
                ? word
                : switch (random.nextInt(3)) {
                    case 0 -> '\'' + word.replaceAll("[\r\n\0]", "").replace("'", "\\'") + '\'';
                    default -> doubleQuoted(word);
                };
    }

    private static String doubleQuoted(String word) {
        var text = new StringBuilder("\"");
        for (char c : word.toCharArray()) {
            if (c < ' ' || c > '~') {
                text.append("\\x%02x".formatted((int) c));
            } else {
                text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return text.append('"').toString();
    }

    private byte[] mutated(byte[] bytes) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(3); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(Math.min(text.length(), 60));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, words.bytes(1));
                case 2 -> text.setCharAt(at, words.bytes(1).charAt(0));
                default -> text.insert(at, (char) ('0' + random.nextInt(10)));
            }
        }
        return ByteStream.latin1(text.toString());
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
