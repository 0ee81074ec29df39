package miniredis.spec.fakes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The six commands, as short as can be. */
final class FakeRedis {
    private static final Map<String, Integer> ARITY = Map.of("GET", 2, "INCR", 2, "EXPIRE", 3, "TTL", 2);
    private static final byte[] NOT_AN_INTEGER = ascii("-ERR value is not an integer or out of range\r\n");

    private record Value(byte[] bytes, long until) {}

    private final Map<String, Value> values = new HashMap<>();

    /** In capitals. */
    static String name(List<byte[]> request) {
        return text(request.get(0)).toUpperCase(Locale.ROOT);
    }

    synchronized byte[] reply(List<byte[]> request) {
        var name = name(request);
        int size = request.size();
        boolean knownSize = name.equals("PING") ? size < 3 : name.equals("SET") ? size > 2 : true;
        if (!knownSize || ARITY.getOrDefault(name, size) != size && !(name.equals("EXPIRE") && size > 3)) {
            return ascii("-ERR wrong number of arguments for '" + name.toLowerCase(Locale.ROOT) + "' command\r\n");
        }
        return switch (name) {
            case "PING" -> size == 1 ? ascii("+PONG\r\n") : bulk(request.get(1));
            case "SET" -> set(request);
            case "GET" ->
                bulk(live(request.get(1)) == null ? null : live(request.get(1)).bytes());
            case "INCR" -> incr(request.get(1));
            case "EXPIRE" -> expire(request);
            case "TTL" -> ttl(request.get(1));
            default -> ascii("-ERR unknown command '" + name.replaceAll("[\r\n]", " ") + "'\r\n");
        };
    }

    private Value live(byte[] key) {
        return values.computeIfPresent(
                text(key), (k, value) -> value.until() > System.currentTimeMillis() ? value : null);
    }

    private byte[] set(List<byte[]> request) {
        if (request.size() > 3) {
            return ascii("-ERR syntax error\r\n");
        }
        values.put(text(request.get(1)), new Value(request.get(2), Long.MAX_VALUE));
        return ascii("+OK\r\n");
    }

    private byte[] incr(byte[] key) {
        var old = live(key);
        var digits = old == null ? "0" : text(old.bytes());
        if (!isInteger(digits)) {
            return NOT_AN_INTEGER;
        }
        long number = Long.parseLong(digits);
        if (number == Long.MAX_VALUE) {
            return ascii("-ERR increment or decrement would overflow\r\n");
        }
        var next = Long.toString(number + 1);
        values.put(text(key), new Value(ascii(next), old == null ? Long.MAX_VALUE : old.until()));
        return ascii(":" + next + "\r\n");
    }

    private byte[] expire(List<byte[]> request) {
        var digits = text(request.get(2));
        if (!isInteger(digits)) {
            return NOT_AN_INTEGER;
        }
        long seconds = Long.parseLong(digits);
        if (request.size() > 3) {
            return ascii("-ERR Unsupported option " + text(request.get(3)) + "\r\n");
        }
        long latest = Long.MAX_VALUE / 1000 - System.currentTimeMillis() / 1000 - 1;
        if (seconds > latest || seconds < -Long.MAX_VALUE / 1000) {
            return ascii("-ERR invalid expire time in 'expire' command\r\n");
        }
        var old = live(request.get(1));
        if (old == null) {
            return ascii(":0\r\n");
        }
        values.put(text(request.get(1)), new Value(old.bytes(), System.currentTimeMillis() + seconds * 1000));
        return ascii(":1\r\n");
    }

    private byte[] ttl(byte[] key) {
        var value = live(key);
        if (value == null) {
            return ascii(":-2\r\n");
        }
        return ascii(":"
                + (value.until() == Long.MAX_VALUE ? -1 : (value.until() - System.currentTimeMillis() + 500) / 1000)
                + "\r\n");
    }

    private static boolean isInteger(String text) {
        try {
            return Long.toString(Long.parseLong(text)).equals(text);
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static byte[] bulk(byte[] value) {
        return value == null
                ? ascii("$-1\r\n")
                : concat(ascii("$" + value.length + "\r\n"), concat(value, ascii("\r\n")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[] a, byte[] b) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(a);
        all.writeBytes(b);
        return all.toByteArray();
    }
}
