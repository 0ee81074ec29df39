package miniredis.blocking.extensions;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import miniredis.blocking.Bytes;
import miniredis.blocking.Command;
import miniredis.blocking.Commands;
import miniredis.blocking.Reply;

/**
 * A row of the command table with more than the workshop's: the positions of the keys, the command's traits, and a handler that
 * knows which client sent the request.
 */
class Row extends Command {
    interface Handler {
        /** @param arguments without the name; their number has been checked */
        Reply answer(Session client, List<Bytes> arguments);
    }

    enum Trait {
        /** Changes keys. */
        WRITES,
        /** Is refused while memory is full. */
        NEEDS_MEMORY,
        /** Reads a key, and its reply tells whether it was there. */
        READS_KEY,
        /** Reads any number of keys; its handler counts how many were there. */
        READS_KEYS,
        /** Is carried out immediately within MULTI, not queued. */
        NOT_QUEUED,
        /** Is allowed for a client that is subscribed in RESP2. */
        WHILE_SUBSCRIBED
    }

    /**
     * The positions of the keys, as COMMAND INFO gives them.
     *
     * @param first the word that is the first key, 0 if there is none
     * @param last the word that is the last key; -1 is the last word of the request
     * @param step the distance from one key to the next
     */
    record Keys(int first, int last, int step) {
        static final Keys NONE = new Keys(0, 0, 0);
        static final Keys ONE = new Keys(1, 1, 1);
        static final Keys ALL = new Keys(1, -1, 1);
        static final Keys EVERY_SECOND = new Keys(1, -1, 2);

        /** The keys among the arguments of a request. */
        List<Bytes> in(List<Bytes> arguments) {
            int end = last < 0 ? arguments.size() : last;
            return IntStream.rangeClosed(first, first == 0 ? -1 : end)
                    .filter(at -> (at - first) % step == 0)
                    .mapToObj(at -> arguments.get(at - 1))
                    .toList();
        }
    }

    private final Keys keys;
    private final Set<Trait> traits;
    private final Handler handler;

    /** A command of two words has the name {@code client|id}; its arguments come after both. */
    Row(String name, int least, int most, Keys keys, Handler handler, Trait... traits) {
        super(name, least, most, arguments -> {
            throw new IllegalStateException(name + " has to know its client");
        });
        this.keys = keys;
        this.traits = Set.of(traits);
        this.handler = handler;
    }

    /** A command that takes exactly so many arguments. */
    Row(String name, int arguments, Keys keys, Handler handler, Trait... traits) {
        this(name, arguments, arguments, keys, handler, traits);
    }

    /** A command of the workshop as it is, with its keys and traits added. */
    static Row of(Commands commands, String name, Keys keys, Trait... traits) {
        var command = requireNonNull(commands.rows().get(name), name);
        return new Row(
                command.name(), command.least(), command.most(), keys, (client, args) -> command.answer(args), traits);
    }

    /** The command that a request is for: this one, or one of its subcommands. */
    Row forRequest(List<Bytes> request) {
        return this;
    }

    /** A subcommand, by its second word in lower case. */
    Optional<Row> subcommand(String word) {
        return Optional.empty();
    }

    Reply answer(Session client, List<Bytes> arguments) {
        return handler.answer(client, arguments);
    }

    Keys keys() {
        return keys;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The arguments of a request: what comes after the name. */
    List<Bytes> argumentsOf(List<Bytes> request) {
        return request.subList(wordsOfName(), request.size());
    }

    /** How many words a request has, with its name; if negative, at least so many. This is the arity in COMMAND INFO. */
    int arity() {
        return least() == most() ? wordsOfName() + least() : -(wordsOfName() + least());
    }

    int wordsOfName() {
        return 1;
    }
}
