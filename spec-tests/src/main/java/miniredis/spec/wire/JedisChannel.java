package miniredis.spec.wire;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.ReplyReader.Reading;
import redis.clients.jedis.Connection;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Commands as a real client sends them, and their replies as it reads them. What came is taken from the recording all the same. */
final class JedisChannel {
    private final RecordedSocket socket;
    private final Unjudged unjudged;
    private final Connection connection;

    /** @param socket that is connected */
    JedisChannel(RecordedSocket socket, Unjudged unjudged) {
        this.socket = socket;
        this.unjudged = unjudged;
        // Without a configuration Jedis speaks RESP2 and sends nothing on its own: no HELLO, no CLIENT SETINFO.
        this.connection = new Connection(() -> socket);
    }

    /**
     * Sends commands in one packet (if they fit into one) and waits for as many replies.
     *
     * @throws JedisConnectionException when they could not be sent
     */
    List<Answer> commands(List<List<byte[]>> commands) {
        for (var words : commands) {
            ProtocolCommand named = () -> words.get(0);
            connection.sendCommand(named, words.subList(1, words.size()).toArray(byte[][]::new));
        }
        var answers = new ArrayList<Answer>();
        String trouble = null;
        for (int i = 0; i < commands.size(); i++) {
            socket.awaitReply(unjudged.at());
            try {
                // Where one reply did not come, the next is not waited for.
                if (trouble == null) {
                    connection.getOne();
                }
            } catch (JedisDataException errorReply) {
                // An error reply is a reply like any other.
            } catch (RuntimeException unreadable) {
                // Silence, a closed connection or nonsense: the recording tells which.
                trouble = String.valueOf(unreadable.getMessage());
            }
            var reading = unjudged.reading();
            boolean isReadableOnlyHere = trouble != null && reading instanceof Reading.Whole;
            answers.add(unjudged.answer(
                    isReadableOnlyHere
                            ? new Reading.Broken(Message.of("unreadable.jedis", trouble), unjudged.at())
                            : reading));
        }
        return answers;
    }
}
