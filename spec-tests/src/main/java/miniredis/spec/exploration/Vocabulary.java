package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The words that random requests are made of, chosen for the mistakes that are made with them. */
final class Vocabulary {
    /** They mean something to JavaScript, PHP or Perl, or are easily mistaken for a missing key. */
    static final Set<String> SPECIAL_KEYS =
            Set.of("", "0", "constructor", "__proto__", "valueOf", "toString", "hasOwnProperty");

    /** What each conversation takes its keys from; all but the special ones have its prefix. */
    private static final List<String> KEYS =
            separated("k|k|l|kk|K|Aa|BB|B@|0|00|:1|:10| |\0|\r\n|\u00FF|k\0|" + "x".repeat(300));

    private static final List<String> NO_INTEGERS =
            separated("| 5|5 |+5|05|-0|1.0|1e3|0x10|1_000|-|9223372036854775808|-9223372036854775809|"
                    + "92233720368547758070|5\0|5\n|abc|nil|\u00FF\u00FE");

    private static final List<String> LIMITS =
            separated("0|0|0|1|-1|9223372036854775807|9223372036854775806|-9223372036854775808|"
                    + "-9223372036854775807|2147483647|2147483648|-2147483649|4294967295|9007199254740992|-10");

    private static final List<String> VALUES =
            separated("|a|hello|hello, world|a\r\nb|\r\n|\0|\u00FF\u00FE\u0080|$-1\r\n|*1\r\n|OK");

    /** Not too near to any limit that depends on the time of day. */
    private static final List<String> LIFETIMES =
            separated("0|-1|100|1000|100000000|2147483647|2147483648|4294967296|4294968|9223300000000000|"
                    + "9223372036854775|9223372036854776|18446744073709561|18446744073709551615|"
                    + "9223372036854775807|-9223372036854775808|-9223372036854775|-9223372036854776");

    /** The beginnings of years 2096 and 2100 in seconds, or long ago. */
    private static final List<String> MOMENTS =
            List.of("4102444800", "4102444800", "3976214400", "1", "0", "-1", "9223372036854775807");

    private static List<String> separated(String words) {
        return List.of(words.split("\\|", -1));
    }

    final Random random;
    private final List<String> keys = new ArrayList<>();
    private List<String> focus = List.of();

    /** @param withSpecialKeys whether the conversation may have keys that it can't have for itself */
    Vocabulary(Random random, boolean withSpecialKeys) {
        this.random = random;
        if (withSpecialKeys) {
            keys.add(pick(SPECIAL_KEYS.stream().sorted().toList()));
        }
        while (keys.size() < 3) {
            keys.add(Message.OWN + pick(KEYS));
        }
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of a few, so that they meet. */
    String key() {
        return focus.isEmpty() ? pick(keys) : focus.get(random.nextInt(focus.size()));
    }

    /** From now on {@link #key} picks one of these; if there are none, one of all. */
    void focus(String... onThese) {
        focus = List.of(onThese);
    }

    /** A name or the word itself, in small and capital letters. */
    String cased(String word) {
        if (!oneIn(6)) {
            return word;
        }
        var text = new StringBuilder();
        word.chars().forEach(c -> text.append(random.nextBoolean() ? (char) c : Character.toLowerCase((char) c)));
        return text.toString();
    }

    String value() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> pick(NO_INTEGERS);
            case 2 -> pick(VALUES);
            case 3 -> digits();
            case 4 -> oneIn(4) ? bytes(random.nextInt(300)) : bytes(random.nextInt(12));
            default -> pick(LIMITS);
        };
    }

    /** For INCRBY and its like. */
    String number() {
        return oneIn(4) ? pick(NO_INTEGERS) : oneIn(2) ? digits() : pick(LIMITS);
    }

    /** An integer with any number of digits, often where one more digit begins. */
    String digits() {
        var number = new StringBuilder(oneIn(3) ? "-" : "");
        int length = 1 + random.nextInt(18);
        boolean nines = oneIn(2);
        for (int i = 0; i < length; i++) {
            number.append(nines ? 9 : i == 0 ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return number.toString();
    }

    String lifetime() {
        return oneIn(6) ? pick(NO_INTEGERS) : oneIn(2) ? pick(List.of("0", "-1", "100", "1000")) : pick(LIFETIMES);
    }

    String moment() {
        return oneIn(8) ? pick(NO_INTEGERS) : pick(MOMENTS);
    }

    String bytes(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (oneIn(4) ? "\r\n *$\0\"'+-:".charAt(random.nextInt(11)) : random.nextInt(256)));
        }
        return text.toString();
    }

    /** Where buffers end: a power of two up to 65,536, or a few bytes from it. */
    int size() {
        return Math.max(0, (1 << 4 + random.nextInt(13)) + pick(List.of(0, 0, -1, 1, -2, 2, -3, 4, -8, 16)));
    }
}
