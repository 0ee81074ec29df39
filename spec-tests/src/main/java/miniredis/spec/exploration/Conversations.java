package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import miniredis.spec.exploration.Step.Leave;
import miniredis.spec.exploration.Step.Pause;
import miniredis.spec.exploration.Step.Send;
import miniredis.spec.model.Text;

/** Makes random conversations. The same seed always makes the same one. */
public final class Conversations {
    /** Longer than the shortest lifetimes, and than one tick of a server's clock. */
    private static final int PAUSE = 40;

    /** As Redis allows; lines nearly this long are for exact conversations, as in INLINE-20. */
    private static final int LONGEST_LINE = 65_535;

    private static final int LONGEST_PLAIN_LINE = 32_768;
    private static final int CLIENTS = 3;
    private static final int MOST_ARGUMENTS = 5000;

    private final Topic topic;
    private final boolean exact;
    private final Vocabulary words;
    private final Requests requests;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Integer> inTransaction = new HashSet<>();
    private int bytesLeft = 400_000;

    private Conversations(Topic topic, long seed, Style style) {
        var random = new Random(seed * 31 + topic.name().hashCode());
        this.topic = topic;
        this.exact = style.exact();
        this.words = new Vocabulary(random, style.specialKeys());
        this.requests = new Requests(words);
    }

    /**
     * What a conversation may hold.
     *
     * @param exact what only a server has to understand that is equal to Redis
     * @param specialKeys keys that mean something in some language: no two conversations with those may be played at the same time
     */
    public record Style(boolean exact, boolean specialKeys) {}

    /** @param commands how many requests it is to have */
    public static Conversation random(Topic topic, long seed, int commands, Style style) {
        var conversation = new Conversations(topic, seed, style);
        for (int i = 0; i < commands; i++) {
            conversation.add();
        }
        return new Conversation(List.copyOf(conversation.steps));
    }

    private void add() {
        int client = words.random.nextInt(CLIENTS);
        if (words.oneIn(topic.step() < 5 ? 100 : 40)) {
            leave(client);
        }
        if (topic.step() >= 5 && words.oneIn(60)) {
            steps.add(new Pause(PAUSE));
        }
        switch (topic) {
            case PROTOCOL -> addFramed(client);
            case EXPIRY, KEYS, SET_OPTIONS -> {
                if (words.oneIn(5)) {
                    addLifetime(client);
                } else {
                    send(client, requests.about(topic));
                }
            }
            case TRANSACTIONS -> {
                if (words.oneIn(8)) {
                    addWatch(client, (client + 1) % CLIENTS);
                } else {
                    send(client, inTransaction(client));
                }
            }
            case PUBSUB -> send(client, client == 0 ? requests.about(topic) : withoutMulti(requests.ofAListener()));
            case COMMANDS -> send(client, words.oneIn(60) ? manyArguments() : requests.about(topic));
            default -> send(client, requests.about(topic));
        }
    }

    /** What a command does to a key with a lifetime, or with one that is over: the next commands, on the same key, show it. */
    private void addLifetime(int client) {
        words.focus(words.key());
        send(client, List.of("SET", words.key(), words.value()));
        if (topic.step() >= 5 && words.oneIn(2)) {
            send(client, List.of("PEXPIRE", words.key(), "1"));
            steps.add(new Pause(PAUSE));
        } else {
            send(client, List.of("EXPIRE", words.key(), words.oneIn(2) ? "100" : words.lifetime()));
        }
        send(client, topic == Topic.SET_OPTIONS && words.oneIn(2) ? requests.setWithOptions() : requests.about(topic));
        if (words.oneIn(3)) {
            send(client, List.of("INCR", words.key()));
        }
        send(client, List.of("TTL", words.key()));
        send(client, List.of("GET", words.key()));
        words.focus();
    }

    /** One client watches a key or two, another changes something, maybe in a transaction, and the first goes on. */
    private void addWatch(int watcher, int other) {
        for (int client : List.of(watcher, other)) {
            if (inTransaction.remove(client)) {
                send(client, List.of("EXEC"));
            }
        }
        words.focus(words.key(), words.key());
        for (int i = words.random.nextInt(2); i >= 0; i--) {
            send(watcher, List.of("WATCH", words.key()));
        }
        boolean within = words.oneIn(2);
        if (within) {
            send(other, List.of("MULTI"));
        }
        send(other, requests.about(topic));
        if (within) {
            send(other, List.of("EXEC"));
        }
        words.focus();
        send(watcher, List.of("MULTI"));
        inTransaction.add(watcher);
    }

    private void leave(int client) {
        steps.add(new Leave(client));
        inTransaction.remove(client);
    }

    private void send(int client, List<String> request) {
        steps.add(new Send(client, Message.of(request), words.oneIn(8), 0));
    }

    private static List<String> withoutMulti(List<String> request) {
        return Text.lower(request.get(0)).equals("multi") ? List.of("PING") : request;
    }

    /** Clients open transactions, watch before, and mostly end them. */
    private List<String> inTransaction(int client) {
        int choice = words.random.nextInt(20);
        if (inTransaction.contains(client)) {
            if (choice < 5) {
                inTransaction.remove(client);
                return List.of(words.cased(choice == 0 ? "DISCARD" : "EXEC"));
            }
            return choice == 5 ? misplaced() : requests.about(topic);
        }
        if (choice < 5) {
            return words.oneIn(2)
                    ? List.of(words.cased("WATCH"), words.key())
                    : List.of("WATCH", words.key(), words.key());
        }
        if (choice < 10) {
            inTransaction.add(client);
            return List.of(words.cased("MULTI"));
        }
        return choice == 10 ? misplaced() : requests.about(topic);
    }

    /** Requests that are refused, or have an effect only in some places. */
    private List<String> misplaced() {
        return words.pick(List.of(
                List.of("GET"),
                List.of("NOSUCHCOMMAND"),
                List.of("SET", words.key()),
                List.of("WATCH", words.key()),
                List.of("UNWATCH"),
                List.of("WATCH"),
                List.of("DISCARD", "x"),
                List.of("MULTI", "x"),
                List.of("PING", "a", "b")));
    }

    /** Step 2: how requests are written, cut and put together. */
    private void addFramed(int client) {
        if (words.oneIn(25)) {
            steps.add(new Send(client, broken(), false, 0));
            return;
        }
        var message =
                words.oneIn(12) ? Message.passedOver(words.pick(List.of("\r\n", "*0\r\n", "*-1\r\n", "\n"))) : framed();
        int length = message.bytes("").length();
        int cut = words.oneIn(4) ? 1 + words.random.nextInt(length) : length < 80 && words.oneIn(6) ? -1 : 0;
        steps.add(new Send(client, message, !message.isRequest() || words.oneIn(3), cut));
    }

    private Message framed() {
        int size = words.size();
        if (bytesLeft > size && words.oneIn(4)) {
            bytesLeft -= size;
            return sized(size);
        }
        var request = new ArrayList<>(requests.about(topic));
        boolean plain = request.stream().allMatch(word -> word.matches("[\\x21\\x23-\\x26\\x28-\\x7e\uE000]+"));
        return words.oneIn(3) && (plain || exact) && !isEmptyOrBrowser(request.get(0))
                ? Message.inline(request)
                : Message.of(request);
    }

    /** A quoted empty name is not skipped as an empty line is; an asterisk begins an array. */
    private static boolean isEmptyOrBrowser(String name) {
        return name.isEmpty() || name.startsWith("*");
    }

    /** A value, a packet or a line of this size. */
    private Message sized(int size) {
        String key = words.key();
        return switch (words.random.nextInt(5)) {
            case 0 -> Message.of(List.of("SET", key, "v".repeat(size)));
            case 1 -> Message.of(List.of("PING", "p".repeat(size)));
            case 2 ->
                Message.of(List.of(
                        "PING", "p".repeat(Math.max(1, size - "*2\r\n$4\r\nPING\r\n$12345\r\n\r\n".length()))));
            case 3 -> Message.inline(List.of("PING", "p".repeat(lineOf(size) - "PING ".length())));
            default -> Message.of(List.of("GET", key));
        };
    }

    private int lineOf(int size) {
        return Math.min(exact ? LONGEST_LINE : LONGEST_PLAIN_LINE, size);
    }

    /** GET takes one argument; but a server sees that only when it has read all. */
    private List<String> manyArguments() {
        var request = new ArrayList<String>(List.of("GET"));
        for (int i = Math.min(words.size(), MOST_ARGUMENTS); i > 0; i--) {
            request.add("a");
        }
        return request;
    }

    private Message broken() {
        var count = "ERR Protocol error: invalid multibulk length";
        var length = "ERR Protocol error: invalid bulk length";
        var plain = List.of(
                Message.broken("*abc\r\n", count),
                Message.broken("*1\r\n$abc\r\n", length),
                Message.broken("*1\r\n$-1\r\n", length),
                Message.broken("*1\r\n+PING\r\n", "ERR Protocol error: expected '$', got '+'"),
                Message.broken("*2\r\n$4\r\nPING\r\n$x\r\n", length));
        var onlyExact = List.of(
                Message.broken("*+1\r\n", count),
                Message.broken("*01\r\n", count),
                Message.broken("* 1\r\n", count),
                Message.broken("*2147483648\r\n", count),
                Message.broken("*1\r\n$\r\n", length),
                Message.broken("*1\r\n$04\r\n", length),
                Message.broken("*1\r\n$536870913\r\n", length),
                Message.broken("*1\r\n:4\r\n", "ERR Protocol error: expected '$', got ':'"),
                Message.broken("PING \"a\r\n", "ERR Protocol error: unbalanced quotes in request"));
        return words.pick(exact && words.oneIn(2) ? onlyExact : plain);
    }
}
