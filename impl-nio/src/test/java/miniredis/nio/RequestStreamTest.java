package miniredis.nio;

import static miniredis.nio.Conversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import miniredis.nio.store.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the bytes of some requests are cut into pieces, the replies are the same. */
class RequestStreamTest {
    private static final String LONG = "v".repeat(Blob.THRESHOLD + 1);

    static Stream<String> streams() {
        return Stream.of(
                request("SET", "k", "v") + request("GET", "k") + request("INCR", "n") + request("TTL", "n"),
                "PING\r\n\r\n*0\r\n*-1\r\nset \"a b\" 'c d'\nget \"\\x61 b\"\r\n" + request("PING", ""),
                request("PING", "a\r\nb\0c") + request("EXPIRE", "k", "10") + request("nope", "x") + request("GET"),
                request("SET", "", "") + request("GET", "") + "*1\r\n$4\r\nPINGxxPING\r\n*1\rx$4\ryPINGzz",
                request("PING") + "*1\r\n+PING\r\n" + request("PING"),
                request("PING") + "*x\r\n" + request("PING"),
                request("PING") + "*1\r\n$-1\r\n" + request("PING"),
                request("PING") + "PING \"x\r\n" + request("PING"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void inTwoPieces(String stream) {
        var right = replies(stream);
        for (int cut = 1; cut < stream.length(); cut++) {
            assertThat(replies(stream.substring(0, cut), stream.substring(cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(right);
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void byteByByte(String stream) {
        assertThat(replies(stream.split(""))).isEqualTo(replies(stream));
    }

    @Test
    void longArgumentsAnywhere() {
        var stream = request("SET", LONG, LONG)
                + request("GET", LONG)
                + request("PING", LONG)
                + request("INCR", LONG)
                + request("nope", LONG, "x")
                + request("SET", "k", LONG)
                + request("SET", "k", "short")
                + request("GET", "k");
        var right = replies(stream);
        assertThat(right)
                .startsWith("+OK\r\n$" + LONG.length() + "\r\n" + LONG + "\r\n")
                .endsWith("$5\r\nshort\r\n");
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            assertThat(replies(inPieces(stream, random, 40_000))).isEqualTo(right);
        }
    }

    @Test
    void randomRequestsInRandomPieces() {
        var random = new Random(2);
        for (int i = 0; i < 300; i++) {
            var stream = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                stream.append(randomRequest(random));
            }
            var text = stream.toString();
            assertThat(replies(inPieces(text, random, 50))).as(text).isEqualTo(replies(text));
        }
    }

    private static String randomRequest(Random random) {
        var key = "k" + random.nextInt(3);
        var number = Integer.toString(random.nextInt(20) - 5);
        return switch (random.nextInt(10)) {
            case 0 -> request("SET", key, number);
            case 1 -> request("SET", key, "x".repeat(random.nextInt(60)));
            case 2 -> request("EXPIRE", key, number);
            case 3 -> request("TTL", key);
            case 4 -> request("INCR", key);
            case 5 -> "get " + key + "\r\n";
            case 6 -> "SET " + key + " \"" + number + "\"\n";
            case 7 -> request("EXPIRE", key, number, "NX");
            case 8 -> random.nextInt(10) == 0 ? "*1\r\n$1\rx" + number : request("PING");
            default -> request("GET", key);
        };
    }

    private static String[] inPieces(String text, Random random, int longest) {
        var pieces = Stream.<String>builder();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(longest));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces.build().toArray(String[]::new);
    }

    private static String replies(String... pieces) {
        var conversation = new Conversation();
        Arrays.stream(pieces)
                .map(each -> each.getBytes(StandardCharsets.ISO_8859_1))
                .forEach(conversation::send);
        return conversation.received() + (conversation.isClosed() ? "<closed>" : "");
    }
}
