package miniredis.proof.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The words that random requests are made of. They do not include what these servers lack, such as more than one database, nor
 * anything that shows the time or the number of clients.
 */
final class Vocabulary {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "5",
            "10",
            "100",
            "-0",
            "+5",
            "05",
            "007",
            " 5",
            "5 ",
            "",
            "-",
            "+",
            "1.0",
            "1e3",
            "0x10",
            "1_000",
            "--1",
            "9223372036854775806",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "92233720368547758070",
            "00",
            "-01",
            "1\0",
            "\0",
            "1\n",
            "\t1",
            "abc",
            "3.0",
            "nan",
            "inf",
            "1234567890123456789",
            "99999999999999999999999999");
    /** Far from every limit that depends on the time of day. */
    private static final List<String> SECONDS = List.of(
            "100",
            "1000",
            "50",
            "0",
            "-1",
            "-100",
            "9223300000000000",
            "9223372036854775",
            "9223372036854776",
            "-9223372036854775",
            "-9223372036854776",
            "2147483647",
            "2147483648",
            "4294967296");

    private static final List<String> CONDITIONS = List.of("NX", "XX", "GT", "LT", "nx", "Xx", "FOO", "", "gt\0", "N");

    /**
     * No command stands before a zero byte: Redis takes {@code get\0} for {@code get} where both fall into one bucket of its hash
     * table, and its hash codes differ at each start.
     */
    private static final List<String> UNKNOWN = List.of(
            "FOO",
            "gett",
            "se",
            "pingg",
            "incrr",
            "expiree",
            "tt",
            "",
            "\0",
            "gett\0",
            "G\u00e9T",
            "*1",
            "$3",
            "'",
            "\"",
            "it's",
            "a\r\nb",
            "x y",
            "UNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWNCOMMANDUNKNOWN12");

    private static final List<String> KEYS = List.of(
            "k@@@@",
            "k@@@@",
            "k@@@@",
            "l@@@@",
            "l@@@@",
            "m@@@@",
            "\0@@@@",
            "k@@@@\0",
            "@@@@ x",
            "@@@@\r\nPING\r\n",
            "K@@@@",
            "\u00ff\u00fe@@@@");

    private static final List<String> SET_OPTIONS =
            List.of("NX", "XX", "GET", "KEEPTTL", "EX", "PX", "EXAT", "PXAT", "nx", "Get", "FOO", "");

    private static final List<String> TIMED = List.of("EX", "PX", "EXAT", "PXAT");

    /** Far from now, whether they are taken for seconds or for milliseconds. */
    private static final List<String> MOMENTS =
            List.of("9223370000000", "4102444800", "1", "0", "-5", "abc", "1.5", "");

    /** Milliseconds that are over immediately, or not for a long time. */
    private static final List<String> FAR = List.of("9223370000", "0", "-1", "abc", "9223372036854775807", "1.5");

    private static final List<String> MULTI = List.of("MULTI", "EXEC", "DISCARD", "UNWATCH", "WATCH");
    private static final List<String> CLIENT =
            List.of("GETNAME", "SETNAME", "NOSUCH", "a", "b c", "", "RESET", "ECHO", "AUTH");

    private final Random random;
    private final boolean emptyKey;

    /** @param emptyKey whether the key "" may be used, which all streams share */
    Vocabulary(Random random, boolean emptyKey) {
        this.random = random;
        this.emptyKey = emptyKey;
    }

    List<String> request() {
        return random.nextInt(3) == 0 ? extension() : ofTheSix();
    }

    private List<String> ofTheSix() {
        return switch (random.nextInt(20)) {
            case 0 -> List.of(cased("PING"));
            case 1 -> List.of(cased("PING"), value());
            case 2, 3, 4, 5 -> List.of(cased("GET"), key());
            case 6, 7, 8, 9 -> List.of(cased("SET"), key(), value());
            case 10, 11, 12 -> List.of(cased("INCR"), key());
            case 13, 14 -> List.of(cased("EXPIRE"), key(), seconds());
            case 15 -> List.of(cased("EXPIRE"), key(), seconds(), pick(CONDITIONS));
            case 16, 17 -> List.of(cased("TTL"), key());
            case 18 -> wrongCount();
            default -> unknown();
        };
    }

    /** Commands of step 5. */
    private List<String> extension() {
        return switch (random.nextInt(30)) {
            case 0, 1 -> withOptions(List.of("SET", key(), value()), SET_OPTIONS);
            case 2 -> withOptions(List.of("SET", key(), value()), SET_OPTIONS);
            case 3 -> List.of(cased("INCRBY"), key(), number());
            case 4 -> List.of(cased("DECRBY"), key(), number());
            case 5 -> List.of(cased("DECR"), key());
            case 6 -> List.of(cased("MGET"), key(), key());
            case 7 -> List.of(cased("MSET"), key(), value(), key(), value());
            case 8 -> List.of("MSET", key(), value(), key());
            case 9 -> List.of(cased("DEL"), key(), key());
            case 10 -> List.of(cased("EXISTS"), key(), key(), key());
            case 11 -> List.of(cased("PERSIST"), key());
            case 12 -> withOptions(List.of("EXPIREAT", key(), pick(MOMENTS)), CONDITIONS);
            case 13 -> List.of(cased("PEXPIREAT"), key(), pick(MOMENTS) + "123");
            case 14 -> List.of(cased("PEXPIRE"), key(), pick(FAR));
            case 15, 16 -> List.of(pick(MULTI));
            case 17, 18 -> List.of(cased("MULTI"));
            case 19, 20 -> List.of(cased("EXEC"));
            case 21 -> List.of(cased("DISCARD"));
            case 22 -> List.of(cased("WATCH"), key());
            case 23 -> List.of(pick(MULTI), key());
            case 24 -> List.of(cased("ECHO"), value());
            case 25 -> List.of(cased("SUBSCRIBE"), key());
            case 26 -> List.of(cased("UNSUBSCRIBE"), key());
            case 27 -> List.of(cased("PUBLISH"), key(), value());
            case 28 -> List.of(pick(CLIENT));
            default -> List.of("CLIENT", pick(CLIENT), pick(CLIENT));
        };
    }

    private List<String> withOptions(List<String> request, List<String> options) {
        var words = new ArrayList<>(request);
        for (int i = random.nextInt(4); i > 0; i--) {
            var option = pick(options);
            words.add(option);
            if (TIMED.contains(option) && random.nextInt(8) != 0) {
                words.add(option.equals("EX") ? seconds() : option.equals("PX") ? pick(FAR) : pick(MOMENTS));
            }
        }
        return words;
    }

    private String number() {
        return random.nextInt(2) == 0 ? pick(NUMBERS) : Long.toString(random.nextLong());
    }

    private List<String> wrongCount() {
        return switch (random.nextInt(9)) {
            case 0 -> List.of(cased("PING"), value(), value());
            case 1 -> List.of(cased("GET"));
            case 2 -> List.of(cased("GET"), key(), key());
            case 3 -> List.of(cased("SET"), key());
            case 4 -> List.of(cased("SET"), key(), value(), "extra");
            case 5 -> List.of(cased("INCR"), key(), "1");
            case 6 -> List.of(cased("EXPIRE"), key());
            case 7 -> List.of(cased("EXPIRE"), key(), seconds(), pick(CONDITIONS), pick(CONDITIONS));
            default -> List.of(cased("TTL"));
        };
    }

    private List<String> unknown() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(pick(UNKNOWN));
            case 1 -> List.of(pick(UNKNOWN), value());
            case 2 -> List.of(pick(UNKNOWN), key(), value(), bytes(random.nextInt(200)));
            default -> List.of(pick(UNKNOWN), bytes(random.nextInt(140)), bytes(random.nextInt(140)), value());
        };
    }

    String key() {
        return emptyKey && random.nextInt(20) == 0
                ? ""
                : random.nextInt(60) == 0 ? "long".repeat(80) + "@@@@" : pick(KEYS);
    }

    private String value() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> pick(NUMBERS);
            case 5 -> bytes(random.nextInt(12));
            case 6 -> bytes(random.nextInt(300));
            case 7 -> Long.toString(random.nextLong());
            case 8 -> Integer.toString(random.nextInt(2000) - 1000);
            default -> random.nextInt(12) == 0 ? "v".repeat(random.nextInt(40_000)) : "value";
        };
    }

    private String seconds() {
        return random.nextInt(3) == 0 ? pick(NUMBERS) : pick(SECONDS);
    }

    /** Any bytes, some more often than others. */
    String bytes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? "\r\n *$\0\"'\\x@+-:".charAt(random.nextInt(14))
                            : (char) random.nextInt(256));
        }
        return text.toString();
    }

    private String cased(String name) {
        if (random.nextInt(4) != 0) {
            return name;
        }
        var text = new StringBuilder();
        name.chars().forEach(c -> text.append(random.nextBoolean() ? (char) c : Character.toLowerCase((char) c)));
        return text.toString();
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
