package miniredis.spec.exploration;

import java.util.List;
import java.util.stream.Collectors;
import miniredis.spec.model.Reply;
import miniredis.spec.model.Text;

/**
 * A request that a client sent, and its reply.
 *
 * @param sent when the request was sent, in nanoseconds on the clock of this history
 * @param answered when the reply had come
 * @param reply what came
 */
public record Operation(int client, List<String> request, long sent, long answered, Reply reply) {
    String key() {
        return request.get(1);
    }

    boolean isRead() {
        return is("get") || is("ttl");
    }

    boolean is(String command) {
        return request.get(0).equalsIgnoreCase(command);
    }

    /** For people. */
    String shown() {
        return request.stream().map(Text::shown).collect(Collectors.joining(" ")) + " -> " + reply.shown();
    }
}
