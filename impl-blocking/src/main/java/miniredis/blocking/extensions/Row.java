package miniredis.blocking.extensions;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of commands.
 *
 * @param name in small letters; {@code client|id} for a command of two words
 * @param words how many a request has, with its name; if negative, at least so many, as COMMAND says it
 * @param keys where the keys stand
 * @param traits what else is to be known
 * @param handler carries the request out; it gets the arguments without the name, and can rely on their number; null
 *     for a command of the workshop, and for the first word of commands of two
 */
record Row(
        String name,
        int words,
        Keys keys,
        Set<Trait> traits,
        @Nullable Handler handler) {
    interface Handler {
        Reply answer(Session client, List<Bytes> arguments);
    }

    enum Trait {
        /** Changes keys. */
        WRITES,
        /** Is refused while memory is full. */
        NEEDS_MEMORY,
        /** Reads keys, each of which is a hit or a miss. */
        READS,
        /** Is carried out while a transaction is put together, not queued. */
        NOT_QUEUED,
        /** Is allowed to a client that is subscribed in RESP2. */
        WHILE_SUBSCRIBED
    }

    /**
     * As COMMAND INFO tells it.
     *
     * @param first the word that is the first key, 0 if there is none
     * @param last the last one; -1 is the last word
     * @param step how far they are apart
     */
    record Keys(int first, int last, int step) {
        static final Keys NONE = new Keys(0, 0, 0);
        static final Keys ONE = new Keys(1, 1, 1);
        static final Keys ALL = new Keys(1, -1, 1);
        static final Keys EVERY_SECOND = new Keys(1, -1, 2);

        /** The keys in a request. */
        List<Bytes> in(List<Bytes> request) {
            int end = last < 0 ? request.size() - 1 : last;
            return IntStream.rangeClosed(first, first == 0 ? -1 : end)
                    .filter(at -> (at - first) % step == 0)
                    .mapToObj(request::get)
                    .toList();
        }
    }

    Row(String name, int words, Keys keys, @Nullable Handler handler, Trait... traits) {
        this(name, words, keys, Set.of(traits), handler);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a request may have so many words. */
    boolean takes(int count) {
        return words < 0 ? count >= -words : count == words;
    }

    /** {@code client} of {@code client|id}. */
    String firstWord() {
        return name.split("\\|")[0];
    }

    boolean hasTwoWords() {
        return name.contains("|");
    }
}
