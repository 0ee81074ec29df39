package miniredis.spec.wire;

import java.util.Arrays;
import java.util.List;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.Requests;

/**
 * In which protocol a server answers on a connection, and whether Jedis can read it, judged by what the client has sent. Jedis
 * waits for one reply a command and keeps what comes with it, so after a command that is answered several times, or in another
 * protocol, replies are read without it.
 */
final class Dialect {
    private static final byte[] RESP3 = {'3'};

    private ReplyReader.Protocol protocol = ReplyReader.Protocol.RESP2;
    private boolean forJedis = true;

    /** A command is about to be sent. */
    void follow(List<byte[]> words) {
        Catalogue.command(words).ifPresent(row -> {
            forJedis &= row.jedis() == CommandRow.Jedis.ONE;
            if (row.jedis() == CommandRow.Jedis.RESP2) {
                protocol = ReplyReader.Protocol.RESP2;
            } else if (row.jedis() == CommandRow.Jedis.AS_ASKED
                    && words.size() > 1
                    && Arrays.equals(words.get(1), RESP3)) {
                protocol = ReplyReader.Protocol.RESP3;
            }
        });
    }

    /** Bytes are about to be sent as they are. */
    void followBytes(byte[] bytes) {
        Requests.in(bytes).forEach(this::follow);
    }

    /** Whole requests are about to be sent as they are: how many, only their sender knows. */
    void followRequests() {
        forJedis = false;
    }

    /** The caller knows which types a reply may have. */
    void acceptResp3() {
        protocol = ReplyReader.Protocol.RESP3;
    }

    boolean isForJedis() {
        return forJedis;
    }

    ReplyReader.Protocol protocol() {
        return protocol;
    }
}
