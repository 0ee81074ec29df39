package miniredis.spec.exploration;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.exploration.Step.Leave;
import miniredis.spec.exploration.Step.Pause;
import miniredis.spec.exploration.Step.Send;
import miniredis.spec.exploration.Target.Connection;
import miniredis.spec.exploration.WrongReply.End;
import miniredis.spec.model.Reply;

/** One conversation while it is played: its connections, and the states that the server may be in. */
final class Play implements AutoCloseable {
    /** A server may need this long to notice that a client has disconnected, in milliseconds. */
    private static final int TIME_TO_NOTICE = 50;

    /** Of a message to be sent byte by byte, only so many bytes are. */
    private static final int MOST_PIECES = 100;

    private final Player player;
    private final String own;
    private final Map<Integer, Connection> connections = new HashMap<>();
    private final Belief belief;
    private long sent;

    Play(Player player, String own) {
        this.player = player;
        this.own = own;
        this.belief = new Belief(player.exact());
    }

    boolean isDecided() {
        return belief.isDecided();
    }

    /** @return the index of the step after those that were done */
    int next(List<Step> steps, int at, boolean carefully) throws WrongReplyException, InterruptedException {
        var step = steps.get(at);
        if (step instanceof Pause pause) {
            player.target().pause(pause.milliseconds());
        } else if (step instanceof Leave leave) {
            disconnect(leave.client());
            player.target().pause(carefully ? TIME_TO_NOTICE : 0);
        } else if (step instanceof Send send) {
            var packet = new ArrayList<>(List.of(send));
            while (packet.get(packet.size() - 1).goesWith(steps, at + packet.size())) {
                packet.add((Send) steps.get(at + packet.size()));
            }
            send(packet, at);
            return at + packet.size();
        }
        return at + 1;
    }

    /** A last PING on each connection brings to light what was sent to it and should not have been. */
    void end(int at) throws WrongReplyException, InterruptedException {
        for (int client : List.copyOf(connections.keySet())) {
            if (isDecided()) {
                send(List.of(Send.of(client, List.of("PING"))), at);
            }
        }
    }

    private void send(List<Send> packet, int at) throws WrongReplyException, InterruptedException {
        int client = packet.get(0).client();
        var bytes = new StringBuilder();
        packet.forEach(send -> bytes.append(send.message().bytes(own)));
        sent = player.target().now();
        try {
            if (!connections.containsKey(client)) {
                connections.put(client, player.target().connect());
            }
            send(connection(client), bytes.toString(), packet.get(0).cut());
        } catch (IOException ended) {
            throw new WrongReplyException(
                    new WrongReply(at, client, packet.get(0).message(), List.of(), null, End.CLOSED));
        }
        for (int i = 0; i < packet.size() && connections.containsKey(client); i++) {
            answer(packet.get(i), at + i);
        }
    }

    private void send(Connection connection, String bytes, int cut) throws IOException, InterruptedException {
        int lastCut = cut < 0 ? Math.min(MOST_PIECES, bytes.length()) : cut;
        for (int from = 0; from < bytes.length(); ) {
            int to = from >= lastCut ? bytes.length() : cut < 0 ? from + 1 : Math.min(bytes.length(), cut);
            connection.send(bytes.substring(from, to));
            if (cut > 0 && to < bytes.length()) {
                player.target().pause(1);
            }
            from = to;
        }
    }

    private Connection connection(int client) {
        return requireNonNull(connections.get(client), "not connected");
    }

    private void answer(Send send, int at) throws WrongReplyException {
        var message = send.message();
        if (message.isBroken()) {
            Reply error = new Reply.Failure(message.error());
            requireAllowed(send, at, send.client(), List.of(error), receive(send, at, send.client(), List.of(error)));
            expectEnd(send, at);
        } else if (message.isRequest()) {
            belief.ask(send.client(), message.request(own), sent - player.slack());
            belief.settle(List.of(), latest());
            replies(send, at);
            messages(send, at);
            boolean closes = belief.closes();
            belief.accept();
            if (closes) {
                expectEnd(send, at);
            }
        }
    }

    private long latest() {
        return player.target().now() + player.slack();
    }

    private void replies(Send send, int at) throws WrongReplyException {
        var received = new ArrayList<Reply>();
        for (int i = belief.repliesTo(send.client()); i > 0; i--) {
            received.add(receive(send, at, send.client(), belief.allowed(send.client(), received.size())));
            if (!belief.settle(received, latest())) {
                var allowed = belief.allowed(send.client(), received.size() - 1);
                requireAllowed(send, at, send.client(), allowed, received.get(received.size() - 1));
            }
        }
    }

    /** What other clients receive. */
    private void messages(Send send, int at) throws WrongReplyException {
        for (int other : belief.others()) {
            for (int i = 0; i < belief.repliesTo(other); i++) {
                var allowed = belief.allowed(other, i);
                requireAllowed(send, at, other, allowed, receive(send, at, other, allowed));
            }
        }
    }

    private void requireAllowed(Send send, int at, int client, List<Reply> allowed, Reply actual)
            throws WrongReplyException {
        if (allowed.stream().noneMatch(reply -> reply.allows(actual, player.exact()))) {
            throw new WrongReplyException(new WrongReply(at, client, send.message(), allowed, actual, End.ANSWERED));
        }
    }

    private void expectEnd(Send send, int at) throws WrongReplyException {
        try {
            var more = connection(send.client()).receive();
            requireAllowed(send, at, send.client(), List.of(), more);
        } catch (SocketTimeoutException open) {
            throw new WrongReplyException(
                    new WrongReply(at, send.client(), send.message(), List.of(), null, End.SILENT));
        } catch (IOException ended) {
            disconnect(send.client());
        }
    }

    private Reply receive(Send send, int at, int client, List<Reply> allowed) throws WrongReplyException {
        try {
            return connection(client).receive();
        } catch (IOException none) {
            var end = none instanceof SocketTimeoutException ? End.SILENT : End.CLOSED;
            throw new WrongReplyException(new WrongReply(at, client, send.message(), allowed, null, end));
        }
    }

    private void disconnect(int client) {
        var connection = connections.remove(client);
        if (connection != null) {
            connection.hangUp();
        }
        belief.left(client);
    }

    @Override
    public void close() {
        connections.values().forEach(Connection::close);
    }
}
