package miniredis.spec.fakes;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Faults of a server that one client alone can't see, nor several that all send PING, or count. */
final class ConcurrencyFault {
    private final String behaviour;
    private final FakeRedis redis;

    /** Keys with a lifetime, and those whose lifetime another key's SET has broken. */
    private final Set<String> mortal = new HashSet<>();

    private final Set<String> broken = new HashSet<>();
    private final Map<String, Long> counters = new HashMap<>();
    private final AtomicInteger reading = new AtomicInteger();
    private volatile byte[] reply;

    ConcurrencyFault(String behaviour, FakeRedis redis) {
        this.behaviour = behaviour;
        this.redis = redis;
    }

    /** Whether the server has such a fault. */
    boolean isOne() {
        return switch (behaviour) {
            case "breaks-others-lifetimes", "shares-its-reply", "ends-when-two-read", "loses-counts" -> true;
            default -> false;
        };
    }

    byte[] answer(List<byte[]> request) {
        var name = FakeRedis.name(request);
        return switch (behaviour) {
            case "breaks-others-lifetimes" -> breakOthersLifetimes(name, request);
            case "shares-its-reply" -> name.equals("GET") ? shareReply(request) : redis.reply(request);
            case "ends-when-two-read" -> name.equals("GET") ? endWhenTwoRead(request) : redis.reply(request);
            default -> name.equals("INCR") ? loseCounts(request) : redis.reply(request);
        };
    }

    /** SET of one key damages what is kept about another one's lifetime; TTL of that key finds it so. */
    private synchronized byte[] breakOthersLifetimes(String name, List<byte[]> request) {
        if (request.size() < 2) {
            return redis.reply(request);
        }
        var key = new String(request.get(1), StandardCharsets.ISO_8859_1);
        if (name.equals("EXPIRE")) {
            mortal.add(key);
        } else if (name.equals("SET")) {
            mortal.stream().filter(other -> !ofOneScenario(other, key)).forEach(broken::add);
        } else if (name.equals("TTL") && broken.contains(key)) {
            throw new IllegalStateException("the lifetime of " + key + " is gone");
        }
        return redis.reply(request);
    }

    /** Keys with the same beginning are kept side by side here, and don't affect each other. */
    private static boolean ofOneScenario(String a, String b) {
        return a.regionMatches(0, b, 0, Math.min(6, Math.min(a.length(), b.length())));
    }

    /** There is one place for the reply; a slower client finds another client's reply in it. */
    private byte[] shareReply(List<byte[]> request) {
        reply = redis.reply(request);
        pause();
        return reply;
    }

    private byte[] endWhenTwoRead(List<byte[]> request) {
        if (reading.incrementAndGet() > 1) {
            System.out.println("Exception in thread \"reader\" java.util.ConcurrentModificationException");
            System.out.println("\tat Store.read(Store.java:17)");
            System.out.flush();
            Runtime.getRuntime().halt(8);
        }
        pause();
        reading.decrementAndGet();
        return redis.reply(request);
    }

    /** Reads, adds one, and writes: three steps that others get between. */
    private byte[] loseCounts(List<byte[]> request) {
        var key = new String(request.get(1), StandardCharsets.ISO_8859_1);
        var first = redis.reply(request);
        if (first[0] != ':') {
            return first;
        }
        long number;
        synchronized (this) {
            number = counters.getOrDefault(key, 0L);
        }
        LockSupport.parkNanos(1); // another client may count meanwhile
        synchronized (this) {
            counters.put(key, number + 1);
        }
        return redis.reply(List.of(FakeRedis.ascii("SET"), request.get(1), FakeRedis.ascii(Long.toString(number + 1))))[
                                0]
                        == '+'
                ? FakeRedis.ascii(":" + (number + 1) + "\r\n")
                : first;
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
