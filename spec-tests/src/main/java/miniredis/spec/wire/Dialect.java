package miniredis.spec.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In which protocol a server answers on a connection, and whether Jedis can read it: what the client has sent tells. Jedis waits
 * for one reply a command and keeps what comes with it, so after a command that is answered several times, or in another protocol,
 * replies are read without it.
 */
final class Dialect {
    private static final Set<String> ANSWERED_OTHERWISE =
            Set.of("HELLO", "RESET", "QUIT", "SUBSCRIBE", "UNSUBSCRIBE", "PSUBSCRIBE", "PUNSUBSCRIBE");
    private static final Pattern HELLO_3 = Pattern.compile("HELLO(\\r\\n\\$1\\r\\n| )3\\r\\n");

    private ReplyReader.Protocol protocol = ReplyReader.Protocol.RESP2;
    private boolean forJedis = true;

    /** A command is about to be sent. */
    void follow(List<byte[]> words) {
        var name = latin1(words.get(0)).toUpperCase(Locale.ROOT);
        forJedis &= !ANSWERED_OTHERWISE.contains(name);
        if (name.equals("RESET")) {
            protocol = ReplyReader.Protocol.RESP2;
        } else if (name.equals("HELLO")
                && words.size() > 1
                && latin1(words.get(1)).equals("3")) {
            protocol = ReplyReader.Protocol.RESP3;
        }
    }

    /** Bytes are about to be sent as they are. */
    void followBytes(byte[] bytes) {
        if (HELLO_3.matcher(latin1(bytes)).find()) {
            protocol = ReplyReader.Protocol.RESP3;
        }
    }

    /** Whole requests are about to be sent as they are: how many, only their sender knows. */
    void followRequests() {
        forJedis = false;
    }

    boolean isForJedis() {
        return forJedis;
    }

    ReplyReader.Protocol protocol() {
        return protocol;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
