package miniredis.spec.steps;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.exploration.Target;
import miniredis.spec.model.Reply;
import miniredis.spec.verdict.Actual;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.ReplyReader.Reading;
import miniredis.spec.wire.Timeouts;
import org.jspecify.annotations.Nullable;

/** The server under test, as random conversations and histories need it. How long to wait is decided by {@link Timeouts}, as in any scenario. */
final class ExploredServer implements Target {
    private static final int RECORDINGS_KEPT = 8;

    private final InetSocketAddress address;
    private final Timeouts timeouts;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private Unanswered last = new Unanswered(new byte[0], new Actual.Silence(new byte[0]));
    private @Nullable Unanswered firstUnanswered;
    private int connections;

    /** What a client had sent last when no reply came, or when the reply that came was the last one. */
    record Unanswered(byte[] sent, Actual actual) {}

    ExploredServer(ScenarioContext context) {
        this(context, context.address());
    }

    /** Another server in the place of the one under test. */
    ExploredServer(ScenarioContext context, InetSocketAddress address) {
        this.address = address;
        this.timeouts = context.timeouts().forScenario();
    }

    @Override
    public synchronized Connection connect() {
        var client = new Client("client " + ++connections, address, timeouts).acceptingResp3();
        client.connect();
        recordings.put(client.name(), client.recording());
        return new ServerConnection(client);
    }

    @Override
    public void pause(long milliseconds) {
        timeouts.pause(Duration.ofMillis(milliseconds));
    }

    private synchronized void received(Unanswered latest) {
        last = latest;
        if (firstUnanswered == null && !(latest.actual() instanceof Actual.Answered)) {
            firstUnanswered = latest;
        }
    }

    /** What was received last, by any client. */
    synchronized Unanswered last() {
        return last;
    }

    /** What the first client without a reply got; empty where each got a reply. */
    synchronized Optional<Unanswered> firstUnanswered() {
        return Optional.ofNullable(firstUnanswered);
    }

    /** Of the clients that connected last. */
    synchronized Map<String, Recording> recordings() {
        var kept = new LinkedHashMap<String, Recording>();
        var names = List.copyOf(recordings.keySet());
        names.subList(Math.max(0, names.size() - RECORDINGS_KEPT), names.size())
                .forEach(name -> kept.put(name, recordings.get(name)));
        kept.values().forEach(Recording::shorten);
        return kept;
    }

    private final class ServerConnection implements Connection {
        private final Client client;

        ServerConnection(Client client) {
            this.client = client;
        }

        @Override
        public void send(String bytes) {
            client.sendRequests(Bytes.of(bytes));
        }

        @Override
        public Reply receive() throws IOException {
            var answer = client.awaitReply();
            received(new Unanswered(client.lastSent(), Actual.of(answer.ending(), answer.bytes())));
            if (answer.reading() instanceof Reading.Whole whole) {
                return replyOf(whole.reply());
            }
            throw answer.ending() == Ending.CLOSED || answer.ending() == Ending.RESET
                    ? new IOException("the server has ended the connection")
                    : new SocketTimeoutException("no reply: " + answer.ending());
        }

        @Override
        public void hangUp() {
            client.close();
            client.awaitFarewell();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** A reply as the model writes it. */
    private static Reply replyOf(miniredis.spec.wire.Reply reply) {
        if (reply instanceof miniredis.spec.wire.Reply.SimpleString simple) {
            return new Reply.Simple(simple.text());
        } else if (reply instanceof miniredis.spec.wire.Reply.ErrorReply error) {
            return new Reply.Failure(error.text());
        } else if (reply instanceof miniredis.spec.wire.Reply.IntegerReply integer) {
            return new Reply.Int(integer.value());
        } else if (reply instanceof miniredis.spec.wire.Reply.BulkString bulk) {
            return new Reply.Bulk(Bytes.text(bulk.bytes()));
        } else if (reply instanceof miniredis.spec.wire.Reply.NullBulkString) {
            return new Reply.Null();
        } else if (reply instanceof miniredis.spec.wire.Reply.Null) {
            return new Reply.Null3();
        } else if (reply instanceof miniredis.spec.wire.Reply.ArrayReply array) {
            return array.items() == null ? new Reply.NullArray() : new Reply.Array(all(array.items()));
        } else if (reply instanceof miniredis.spec.wire.Reply.PushReply push) {
            return new Reply.Push(all(push.items()));
        } else if (reply instanceof miniredis.spec.wire.Reply.MapReply map) {
            return new Reply.Pairs(all(map.keysAndValues()));
        }
        return new Reply.Other(reply.toString());
    }

    private static List<Reply> all(@Nullable List<miniredis.spec.wire.Reply> items) {
        var replies = new ArrayList<Reply>();
        for (var item : items == null ? List.<miniredis.spec.wire.Reply>of() : items) {
            replies.add(replyOf(item));
        }
        return replies;
    }
}
