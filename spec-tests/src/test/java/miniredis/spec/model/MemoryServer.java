package miniredis.spec.model;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import miniredis.spec.exploration.Target;
import miniredis.spec.model.Outcome.Sent;

/** A server made of the model, without sockets and with its own clock; it makes one mistake. */
public final class MemoryServer implements Target {
    private final ModelMistake mistake;
    private final Map<Integer, MemoryConnection> connections = new HashMap<>();
    private State state = State.EMPTY;
    private long now = 1_800_000_000_000L;
    private int clients;

    public MemoryServer(ModelMistake mistake) {
        this.mistake = mistake;
    }

    @Override
    public Connection connect() {
        var connection = new MemoryConnection(clients++);
        connections.put(connection.client, connection);
        return connection;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void pause(long milliseconds) {
        now += milliseconds;
    }

    private void deliver(Outcome outcome) {
        for (Sent sent : outcome.sent()) {
            var receiver = connections.get(sent.client());
            if (receiver != null) {
                receiver.replies.add(concrete(sent.reply()));
            }
        }
    }

    /** One of the replies that are allowed. */
    private static Reply concrete(Reply reply) {
        if (reply instanceof Reply.Between range) {
            return new Reply.Int(range.low());
        } else if (reply instanceof Reply.AnyInt) {
            return new Reply.Int(7);
        } else if (reply instanceof Reply.AnyOrder all) {
            return new Reply.Array(all.elements());
        } else if (reply instanceof Reply.OneOf any) {
            return any.choices().get(0);
        } else if (reply instanceof Reply.Array array) {
            return new Reply.Array(
                    array.elements().stream().map(MemoryServer::concrete).toList());
        } else if (reply instanceof Reply.Push push) {
            return new Reply.Push(
                    push.elements().stream().map(MemoryServer::concrete).toList());
        } else if (reply instanceof Reply.Description description) {
            var fields = List.of(Reply.bulk("proto"), new Reply.Int(description.protocol()));
            return description.protocol() == 3 ? new Reply.Pairs(fields) : new Reply.Array(fields);
        }
        return reply;
    }

    private final class MemoryConnection implements Connection {
        private final int client;
        private final Queue<Reply> replies = new ArrayDeque<>();
        private String unread = "";
        private boolean closed;

        MemoryConnection(int client) {
            this.client = client;
        }

        @Override
        public void send(String bytes) {
            var stream = mistake.cut(unread + bytes);
            unread = stream.rest();
            for (var request : stream.requests()) {
                if (!closed) {
                    var outcome = mistake.step(state, client, request, Moment.at(now));
                    state = outcome.state();
                    deliver(outcome);
                    closed |= outcome.closes();
                }
            }
            if (stream.error() != null && !closed) {
                replies.add(new Reply.Failure(stream.error()));
                closed = true;
            }
        }

        @Override
        public Reply receive() throws SocketTimeoutException, EOFException {
            if (!replies.isEmpty()) {
                return replies.remove();
            }
            if (closed) {
                throw new EOFException();
            }
            throw new SocketTimeoutException();
        }

        @Override
        public void close() {
            connections.remove(client);
            state = mistake.leave(state, client);
        }
    }
}
