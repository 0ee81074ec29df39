package example;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The six commands. They run one at a time, so a command happens as a whole or not at all. */
final class Commands {
    private static final byte[] NOT_AN_INTEGER = error("value is not an integer or out of range");
    private static final long NEVER = Long.MAX_VALUE;

    /** @param end in milliseconds since 1970 */
    private record Entry(byte[] value, long end) {}

    /** In Java a byte array can't be a key of a map; a string with one character for each byte can. */
    private final Map<String, Entry> entries = new HashMap<>();

    synchronized byte[] execute(List<byte[]> request) {
        var name = text(request.get(0)).toLowerCase(Locale.ROOT);
        int arguments = request.size() - 1;
        return switch (name) {
            case "ping" -> arguments > 1 ? arity(name) : arguments == 1 ? bulk(request.get(1)) : line("+PONG");
            case "get" -> arguments != 1 ? arity(name) : get(text(request.get(1)));
            case "set" -> arguments < 2 ? arity(name) : arguments > 2 ? error("syntax error") : set(request);
            case "incr" -> arguments != 1 ? arity(name) : incr(text(request.get(1)));
            case "expire" -> arguments < 2 ? arity(name) : arguments > 2 ? option(request) : expire(request);
            case "ttl" -> arguments != 1 ? arity(name) : ttl(text(request.get(1)));
            default -> error("unknown command '%s'".formatted(name.replaceAll("[\r\n]", " ")));
        };
    }

    private Entry live(String key) {
        var entry = entries.get(key);
        if (entry != null && entry.end <= System.currentTimeMillis()) {
            entries.remove(key);
            return null;
        }
        return entry;
    }

    private byte[] get(String key) {
        var entry = live(key);
        return entry == null ? line("$-1") : bulk(entry.value);
    }

    private byte[] set(List<byte[]> request) {
        entries.put(text(request.get(1)), new Entry(request.get(2), NEVER));
        return line("+OK");
    }

    private byte[] incr(String key) {
        var entry = live(key);
        var value = entry == null ? "0" : text(entry.value);
        if (!isInteger(value)) {
            return NOT_AN_INTEGER;
        }
        if (Long.parseLong(value) == Long.MAX_VALUE) {
            return error("increment or decrement would overflow");
        }
        var next = Long.toString(Long.parseLong(value) + 1);
        entries.put(key, new Entry(bytes(next), entry == null ? NEVER : entry.end));
        return line(":" + next);
    }

    private byte[] expire(List<byte[]> request) {
        var key = text(request.get(1));
        if (!isInteger(text(request.get(2)))) {
            return NOT_AN_INTEGER;
        }
        long seconds = Long.parseLong(text(request.get(2)));
        long now = System.currentTimeMillis();
        if (seconds > (Long.MAX_VALUE - now) / 1000 || seconds < Long.MIN_VALUE / 1000) {
            return error("invalid expire time in 'expire' command");
        }
        var entry = live(key);
        if (entry != null) {
            entries.put(key, new Entry(entry.value, now + seconds * 1000));
        }
        return line(entry == null ? ":0" : ":1");
    }

    private static byte[] option(List<byte[]> request) {
        return error("Unsupported option " + text(request.get(3)));
    }

    private byte[] ttl(String key) {
        var entry = live(key);
        if (entry == null || entry.end == NEVER) {
            return line(entry == null ? ":-2" : ":-1");
        }
        return line(":" + (entry.end - System.currentTimeMillis() + 500) / 1000);
    }

    /** As Redis itself would write it: no {@code +5}, no {@code 05}. */
    private static boolean isInteger(String text) {
        return text.matches("0|-?[1-9][0-9]{0,18}") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    private static byte[] arity(String name) {
        return error("wrong number of arguments for '%s' command".formatted(name));
    }

    static byte[] error(String text) {
        return line("-ERR " + text);
    }

    private static byte[] bulk(byte[] value) {
        var reply = new ByteArrayOutputStream();
        reply.writeBytes(line("$" + value.length));
        reply.writeBytes(value);
        reply.writeBytes(line(""));
        return reply.toByteArray();
    }

    private static byte[] line(String text) {
        return bytes(text + "\r\n");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
