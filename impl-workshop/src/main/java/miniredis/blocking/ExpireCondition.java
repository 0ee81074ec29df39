package miniredis.blocking;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that may follow {@code EXPIRE key seconds}, since Redis 7.0. See https://redis.io/docs/latest/commands/expire/
 *
 * @param options the options that were given; the empty set means always
 */
public record ExpireCondition(Set<Option> options) {
    static final ExpireCondition ALWAYS = new ExpireCondition(Set.of());

    public enum Option {
        /** Only if the key has no lifetime yet. */
        NX,
        /** Only if the key has a lifetime. */
        XX,
        /** Only if the new end is later. A key without a lifetime never ends, so no end is later. */
        GT,
        /** Only if the new end is earlier. */
        LT
    }

    public static ExpireCondition parse(List<Bytes> words) {
        var options = EnumSet.noneOf(Option.class);
        words.forEach(word -> options.add(option(word.text())));
        refuseContradictions(options);
        return new ExpireCondition(options);
    }

    /** Redis, written in C, reads a word up to its first NUL. */
    private static Option option(String text) {
        String word = text.split("\0", 2)[0];
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NX" -> Option.NX;
            case "XX" -> Option.XX;
            case "GT" -> Option.GT;
            case "LT" -> Option.LT;
            default -> throw new CommandException("ERR Unsupported option " + word);
        };
    }

    private static void refuseContradictions(Set<Option> options) {
        if (options.contains(Option.NX) && options.size() > 1) {
            throw new CommandException("ERR NX and XX, GT or LT options at the same time are not compatible");
        }
        if (options.contains(Option.GT) && options.contains(Option.LT)) {
            throw new CommandException("ERR GT and LT options at the same time are not compatible");
        }
    }

    /**
     * @param present the present end of the key, {@link Lifetimes#NEVER} if it has none
     * @param next the new end
     */
    public boolean allows(long present, long next) {
        boolean hasLifetime = present != Lifetimes.NEVER;
        return options.stream().allMatch(option -> switch (option) {
            case NX -> !hasLifetime;
            case XX -> hasLifetime;
            case GT -> hasLifetime && next > present;
            case LT -> !hasLifetime || next < present;
        });
    }
}
