package miniredis.spec.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One way in which a request may go.
 *
 * @param state what is afterwards
 * @param sent what clients get, in this order: replies to the client that sent the request, messages to subscribers
 * @param closes whether the server then closes the connection of that client
 */
public record Outcome(State state, List<Sent> sent, boolean closes) {
    /** @param reply in the protocol of the client that gets it */
    public record Sent(int client, Reply reply) {}

    /** The usual one: the client gets these replies. */
    static Outcome of(State state, int client, Reply... replies) {
        return of(state, client, List.of(replies));
    }

    static Outcome of(State state, int client, List<Reply> replies) {
        int protocol = state.session(client).protocol();
        var sent = new ArrayList<Sent>(replies.size());
        for (var reply : replies) {
            sent.add(new Sent(client, reply.in(protocol)));
        }
        return new Outcome(state, List.copyOf(sent), false);
    }

    static List<Outcome> only(State state, int client, Reply... replies) {
        return List.of(of(state, client, replies));
    }

    static List<Outcome> error(State state, int client, String text) {
        return only(state, client, new Reply.Failure(text));
    }

    /** These messages come before the reply. */
    Outcome after(List<Sent> messages) {
        var all = new ArrayList<>(messages);
        all.addAll(sent);
        return new Outcome(state, List.copyOf(all), closes);
    }

    /** What this client gets. */
    public List<Reply> repliesTo(int client) {
        var replies = new ArrayList<Reply>(sent.size());
        for (var each : sent) {
            if (each.client() == client) {
                replies.add(each.reply());
            }
        }
        return replies;
    }
}
