package miniredis.spec.soak;

import static miniredis.spec.soak.SoakConversation.ascii;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that connects again and again, knows what its keys hold, and leaves in every way there is: in good order, with a
 * reset, with half a request, with its own side closed first.
 */
final class SoakClient {
    private static final int KEYS = 40;
    private static final int MOST_EXCHANGES = 60;
    private static final int MOST_REQUESTS_AT_ONCE = 40;
    private static final int LIFETIME_SECONDS = 100_000;
    static final byte[] SHARED_COUNTER = ascii("soak:shared");

    private final int number;
    private final InetSocketAddress server;
    private final Random random;
    private final Tally tally;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private long counter;

    /** What all clients did together. */
    record Tally(AtomicLong connections, AtomicLong requests, AtomicLong sharedIncrements) {
        Tally() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    SoakClient(int number, InetSocketAddress server, Tally tally) {
        this.number = number;
        this.server = server;
        this.random = new Random(number);
        this.tally = tally;
    }

    /** Connects, talks, leaves. */
    void visit() throws IOException {
        try (var conversation = new SoakConversation(server)) {
            tally.connections().incrementAndGet();
            for (int i = random.nextInt(MOST_EXCHANGES); i >= 0; i--) {
                talk(conversation);
            }
            leave(conversation);
        }
    }

    private void talk(SoakConversation conversation) throws IOException {
        int count = 1 + random.nextInt(random.nextInt(3) == 0 ? MOST_REQUESTS_AT_ONCE : 3);
        for (int i = 0; i < count; i++) {
            ask(conversation);
        }
        conversation.exchange();
        tally.requests().addAndGet(count);
        if (random.nextInt(4) == 0) {
            countTogether(conversation);
        }
    }

    /** All clients count this one up: its value is at least what they had counted before, and in the end exactly the sum. */
    private void countTogether(SoakConversation conversation) throws IOException {
        long before = tally.sharedIncrements().get();
        conversation.expectBetween(before + 1, Long.MAX_VALUE, ascii("INCR"), SHARED_COUNTER);
        tally.sharedIncrements().incrementAndGet();
        tally.requests().incrementAndGet();
    }

    private void ask(SoakConversation conversation) {
        int slot = random.nextInt(KEYS);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                var value = new byte[random.nextInt(50) == 0 ? random.nextInt(100_000) : random.nextInt(300)];
                random.nextBytes(value);
                values.put(slot, value);
                conversation.ask("+OK\r\n", ascii("SET"), key(slot), value);
            }
            case 3, 4, 5, 6 -> askForValue(conversation, slot);
            case 7, 8 -> conversation.ask(":" + ++counter + "\r\n", ascii("INCR"), counterKey());
            case 9 ->
                conversation.ask(
                        values.containsKey(slot) ? ":1\r\n" : ":0\r\n",
                        ascii("EXPIRE"),
                        key(slot),
                        ascii("" + LIFETIME_SECONDS));
            case 10 -> {
                boolean existed = values.remove(slot) != null;
                conversation.ask(existed ? ":1\r\n" : ":0\r\n", ascii("EXPIRE"), key(slot), ascii("-1"));
            }
            default -> conversation.ask("+PONG\r\n", ascii("PING"));
        }
    }

    private void askForValue(SoakConversation conversation, int slot) {
        var value = values.get(slot);
        if (value == null) {
            conversation.ask("$-1\r\n", ascii("GET"), key(slot));
        } else {
            conversation.ask(value, ascii("GET"), key(slot));
        }
    }

    private void leave(SoakConversation conversation) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> conversation.endOwnSide();
            case 1 -> conversation.reset();
            case 2 -> conversation.breakOff(ascii("INCR"), counterKey());
            default -> {}
        }
    }

    /** At the end: whether everything is still there. */
    void verify() throws IOException {
        try (var conversation = new SoakConversation(server)) {
            for (int slot = 0; slot < KEYS; slot++) {
                askForValue(conversation, slot);
                conversation.exchange();
            }
            if (counter > 0) {
                conversation.ask(ascii("" + counter), ascii("GET"), counterKey());
                conversation.exchange();
            }
        }
    }

    private byte[] key(int slot) {
        return ascii("soak:%d:%d".formatted(number, slot));
    }

    private byte[] counterKey() {
        return ascii("soak:%d:counter".formatted(number));
    }
}
