package miniredis.spec.command;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A command, or a command with one of its subcommands or options. The columns of {@code commands.txt} say what each means.
 *
 * @param name in capitals: {@code DEL}, {@code CLIENT ID}, {@code SET EX}
 * @param arity how many words a request has, with the name; negative for that many or more
 * @param step 1 to 5
 * @param area of step 5; empty in the others
 * @param request that every Redis answers in the same way, with {@code *} for a key; empty where there is only a subcommand to ask for
 */
public record CommandRow(
        String name,
        int arity,
        Keys keys,
        Access access,
        LifetimeEffect lifetime,
        int step,
        String area,
        List<String> request,
        ReplyKind reply,
        Jedis jedis,
        Again again) {

    /**
     * Which words are keys, or channels.
     *
     * @param first 0 where no word is; the name is word 0
     * @param last the last one, -1 for the last word of the request
     * @param step how far they are apart
     */
    public record Keys(int first, int last, int step, boolean areChannels) {
        static final Keys NONE = new Keys(0, 0, 0, false);

        /** @param words how many the request has, with the name */
        public List<Integer> in(int words) {
            return first == 0
                    ? List.of()
                    : IntStream.rangeClosed(first, last < 0 ? words - 1 : Math.min(last, words - 1))
                            .filter(at -> (at - first) % step == 0)
                            .boxed()
                            .toList();
        }
    }

    /** What it does with its keys. */
    public enum Access {
        NONE,
        READ,
        WRITE
    }

    /** What becomes of the lifetimes of its keys, when it is carried out. */
    public enum LifetimeEffect {
        NONE,
        /** What was known of them no longer holds. */
        REPLACED,
        SECONDS,
        MILLISECONDS,
        /** The same as REPLACED, of every key there is. */
        ALL_REPLACED;

        public boolean isGiven() {
            return this == SECONDS || this == MILLISECONDS;
        }
    }

    public enum ReplyKind {
        NONE,
        SIMPLE,
        /** As a simple or as a bulk string. */
        TEXT,
        BULK,
        BULK_OR_NULL,
        INTEGER,
        ARRAY,
        /** Except an error. */
        ANY,
        ERROR
    }

    /** What Jedis, which waits for one reply a command and expects RESP2, makes of the answer. */
    public enum Jedis {
        ONE,
        SEVERAL,
        LAST,
        /** The protocol is the one that the first argument names. */
        AS_ASKED,
        RESP2
    }

    /** How the same request is answered a little later, when nothing else has happened. */
    public enum Again {
        SAME,
        /** An integer may differ by one: a second less to live. */
        ABOUT,
        OTHERWISE
    }

    /** The command without its subcommand or option. */
    public String command() {
        return name.split(" ")[0];
    }

    /** The subcommand or the option; empty where the row is a whole command. */
    public String secondWord() {
        return name.substring(command().length()).strip();
    }

    /** Where in the request the words of the name are, in their order. */
    public List<Integer> namePlaces() {
        return Stream.of(name.split(" ")).map(request::indexOf).toList();
    }

    /**
     * Whether a request belongs to this row: a subcommand follows the command, an option comes anywhere after the arguments that
     * the command always has.
     */
    boolean covers(List<String> words) {
        if (words.isEmpty() || !words.get(0).equalsIgnoreCase(command())) {
            return false;
        }
        int at = request.indexOf(secondWord());
        return secondWord().isEmpty()
                || at == 1 && words.size() > 1 && words.get(1).equalsIgnoreCase(secondWord())
                || at > 1 && placeOfOption(words) > 0;
    }

    /** Where an option is in a request; -1 where it is missing. */
    private int placeOfOption(List<String> words) {
        return IntStream.range(request.indexOf(secondWord()), words.size())
                .filter(at -> words.get(at).equalsIgnoreCase(secondWord()))
                .findFirst()
                .orElse(-1);
    }

    /** Where a request that gives a lifetime says for how long: after the key, or after the option. */
    public int placeOfTime(List<String> words) {
        return secondWord().isEmpty() ? keys.first() + 1 : placeOfOption(words) + 1;
    }
}
