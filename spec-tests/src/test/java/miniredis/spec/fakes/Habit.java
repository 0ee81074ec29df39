package miniredis.spec.fakes;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import miniredis.spec.fakes.InMemoryServer.Running;

/** What one server does differently from Redis; all else is correct. Each was seen in servers that people have published. */
public enum Habit {
    /** Every PING has two replies. */
    ANSWERS_PING_TWICE,
    ANSWERS_SET_WITH_AN_INTEGER,
    IS_SILENT_TO_UNKNOWN_NAMES,
    /** Of what a read brings only the first request is carried out; the rest is thrown away. */
    DROPS_ALL_BUT_THE_FIRST_OF_A_READ,
    /** What a read of 1,024 bytes brings is parsed by itself; what is not whole is thrown away. */
    TAKES_A_READ_FOR_REQUESTS,
    /** A value is what one read brings of it; the rest of its buffer is zeros. */
    FILLS_SHORT_READS_WITH_ZEROS,
    GET_IGNORES_MORE_ARGUMENTS,
    SET_IGNORES_MORE_ARGUMENTS,
    IGNORES_THE_MESSAGE_OF_PING,
    /** A value that is not UTF-8 raises an exception, which ends the connection. */
    DECODES_VALUES,
    /** An array without elements ends the process, and so does, elsewhere, a value of more than 4,000 bytes. */
    DIES_AT_TWO_PLACES,
    /** An array without elements panics the one thread that carries out commands. */
    HANGS_AFTER_AN_EMPTY_ARRAY,
    ANSWERS_AN_EMPTY_ARRAY_WITH_AN_ERROR,
    /** The text of an error has the name as it came, with its line ends. */
    REPEATS_LINE_ENDS,
    HAS_INTEGERS_WITHOUT_BOUNDS,
    /** One more than the largest integer is the smallest, and is stored. */
    RUNS_OVER,
    /** Values end at a zero byte when they are written, although their lengths are right. */
    WRITES_UP_TO_A_ZERO_BYTE,
    /** Of a request only the first 1,024 bytes are kept. */
    HAS_A_BUFFER_OF_1024,
    /** The lengths in a request are taken for numbers of characters. */
    COUNTS_CHARACTERS_OF_REQUESTS,
    /** Lifetimes that don't fit into 32 bits are lost. */
    HAS_SHORT_LIFETIMES,
    /** INCR is a stub. */
    HAS_A_STUB_FOR_INCR,
    /** INCR is an unknown command, in its own words. */
    SAYS_THAT_INCR_IS_NOT_SUPPORTED,
    IS_SILENT_TO_INCR,
    /** An inline command ends with CR LF; a line that ends with LF alone is waited for. */
    WANTS_CR_BEFORE_LF,
    /** After its hundredth client it serves no more clients, and prints why. */
    IS_FULL_AFTER_100_CLIENTS;

    private static final int LARGE = 4000;
    private static final int MOST_CLIENTS = 100;

    void serve(Socket client, Running server, FakeRedis redis) throws IOException, FakeConnection.Garbage {
        if (this == IS_FULL_AFTER_100_CLIENTS && server.accepted.get() > MOST_CLIENTS) {
            server.print("Failed to add connection: Maximum connections reached\n");
            server.hang();
        }
        var answering = new Answering(client, server, redis);
        switch (this) {
            case DROPS_ALL_BUT_THE_FIRST_OF_A_READ,
                    TAKES_A_READ_FOR_REQUESTS,
                    FILLS_SHORT_READS_WITH_ZEROS,
                    HAS_A_BUFFER_OF_1024,
                    COUNTS_CHARACTERS_OF_REQUESTS,
                    WANTS_CR_BEFORE_LF -> new HastyConnection(client, this).serve(answering);
            default -> new FakeConnection(client).serve(answering);
        }
    }

    private final class Answering implements FakeConnection.Answering {
        private final Socket client;
        private final Running server;
        private final FakeRedis redis;

        private Answering(Socket client, Running server, FakeRedis redis) {
            this.client = client;
            this.server = server;
            this.redis = redis;
        }

        @Override
        public byte[] answerNothing() {
            switch (Habit.this) {
                case DIES_AT_TWO_PLACES -> server.die("was ended by signal 11 (SIGSEGV)", false);
                case HANGS_AFTER_AN_EMPTY_ARRAY -> {
                    server.print("thread 'worker' panicked at src/resp.rs:41:13:\nindex out of bounds\n");
                    server.hang();
                }
                default -> {}
            }
            return Habit.this == ANSWERS_AN_EMPTY_ARRAY_WITH_AN_ERROR ? ascii("-ERR invalid\r\n") : null;
        }

        @Override
        public byte[] answer(List<byte[]> request) throws IOException {
            if (server.isHanging()) {
                return null;
            }
            var name = FakeRedis.name(request);
            return switch (Habit.this) {
                case ANSWERS_PING_TWICE -> name.equals("PING") ? twice(redis.reply(request)) : redis.reply(request);
                case ANSWERS_SET_WITH_AN_INTEGER -> integerForOk(redis.reply(request));
                case IS_SILENT_TO_UNKNOWN_NAMES -> isUnknown(name) ? null : redis.reply(request);
                case GET_IGNORES_MORE_ARGUMENTS -> redis.reply(name.equals("GET") ? first(2, request) : request);
                case SET_IGNORES_MORE_ARGUMENTS -> redis.reply(name.equals("SET") ? first(3, request) : request);
                case IGNORES_THE_MESSAGE_OF_PING ->
                    redis.reply(name.equals("PING") && request.size() == 2 ? first(1, request) : request);
                case DECODES_VALUES -> decode(name, request);
                case DIES_AT_TWO_PLACES -> {
                    if (request.stream().anyMatch(word -> word.length > LARGE)) {
                        server.die("was ended by signal 11 (SIGSEGV)", false);
                    }
                    yield redis.reply(request);
                }
                case REPEATS_LINE_ENDS ->
                    isUnknown(name)
                            ? ascii("-ERR unknown command '" + text(request.get(0)) + "'\r\n")
                            : redis.reply(request);
                case HAS_INTEGERS_WITHOUT_BOUNDS -> name.equals("INCR") ? incr(request, false) : redis.reply(request);
                case RUNS_OVER -> name.equals("INCR") ? incr(request, true) : redis.reply(request);
                case WRITES_UP_TO_A_ZERO_BYTE -> upToAZeroByte(redis.reply(request));
                case HAS_SHORT_LIFETIMES -> name.equals("EXPIRE") ? expire(request) : redis.reply(request);
                case HAS_A_STUB_FOR_INCR ->
                    name.equals("INCR") ? ascii("-ERR not implemented\r\n") : redis.reply(request);
                case SAYS_THAT_INCR_IS_NOT_SUPPORTED ->
                    name.equals("INCR") ? ascii("-ERR INCR not supported yet\r\n") : redis.reply(request);
                case IS_SILENT_TO_INCR -> name.equals("INCR") ? null : redis.reply(request);
                default -> redis.reply(request);
            };
        }

        private byte[] decode(String name, List<byte[]> request) throws IOException {
            if (name.equals("SET") && request.size() == 3) {
                var value = request.get(2);
                var again = new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
                int bad = Arrays.mismatch(value, again);
                if (bad >= 0 && bad < value.length) {
                    server.print("""
                            Traceback (most recent call last):
                              File "/srv/resp_datatypes.py", line 63, in encode
                            UnicodeDecodeError: 'utf-8' codec can't decode byte 0x%02x in position %d: %s
                            """.formatted(
                                    value[bad] & 0xff,
                                    bad,
                                    bad == value.length - 1 ? "unexpected end of data" : "invalid start byte"));
                    client.close();
                    return null;
                }
            }
            return redis.reply(request);
        }

        private byte[] incr(List<byte[]> request, boolean wraps) {
            var reply = redis.reply(request);
            if (!text(reply).startsWith("-ERR value") && !text(reply).startsWith("-ERR increment")) {
                return reply;
            }
            var value = text(redis.reply(List.of(ascii("GET"), request.get(1))));
            var digits = value.substring(value.indexOf('\n') + 1).strip();
            if (!digits.matches("-?[1-9]\\d{0,40}") || wraps && !digits.equals(Long.toString(Long.MAX_VALUE))) {
                return reply;
            }
            var next = new BigInteger(digits).add(BigInteger.ONE);
            var stored = wraps ? Long.toString(next.longValue()) : next.toString();
            redis.reply(List.of(ascii("SET"), request.get(1), ascii(stored)));
            return ascii(":" + stored + "\r\n");
        }

        private byte[] expire(List<byte[]> request) {
            var seconds = request.size() == 3 ? text(request.get(2)) : "";
            boolean isLong = seconds.matches("[1-9]\\d{9,15}") && Long.parseLong(seconds) > Integer.MAX_VALUE;
            return isLong ? ascii(":1\r\n") : redis.reply(request);
        }
    }

    private static byte[] upToAZeroByte(byte[] reply) {
        var text = text(reply);
        int zero = text.indexOf('\0');
        return text.startsWith("$") && zero > 0 ? ascii(text.substring(0, zero) + "\r\n") : reply;
    }

    private static byte[] twice(byte[] reply) {
        return FakeRedis.concat(reply, reply);
    }

    private static byte[] integerForOk(byte[] reply) {
        return text(reply).equals("+OK\r\n") ? ascii(":1\r\n") : reply;
    }

    private static boolean isUnknown(String name) {
        return !List.of("PING", "SET", "GET", "INCR", "EXPIRE", "TTL").contains(name);
    }

    private static List<byte[]> first(int count, List<byte[]> request) {
        return request.subList(0, Math.min(count, request.size()));
    }

    private static byte[] ascii(String text) {
        return FakeRedis.ascii(text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
