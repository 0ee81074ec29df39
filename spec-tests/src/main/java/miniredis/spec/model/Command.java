package miniredis.spec.model;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A row of the table of commands.
 *
 * @param name in small letters; {@code client|id} where it has two words
 * @param words how many a request has, its name included; if negative, at least so many
 * @param keys which of them are keys
 * @param traits what else is to be known
 */
record Command(String name, int words, Keys keys, Set<Trait> traits, Action action) {
    /** What a request does, once it is certain which of its keys exist. */
    interface Action {
        List<Outcome> run(State state, Call call);
    }

    /** @param args the words after the name */
    record Call(int client, String name, List<String> args, Moment now) {
        String arg(int at) {
            return args.get(at);
        }
    }

    enum Keys {
        NONE,
        FIRST,
        ALL,
        EVERY_SECOND
    }

    enum Trait {
        /** Is carried out immediately within a transaction. */
        NOT_QUEUED,
        /** Is allowed to a client that is subscribed in RESP2. */
        WHILE_SUBSCRIBED
    }

    static Command of(String name, int words, Keys keys, Action action, Trait... traits) {
        return new Command(name, words, keys, Set.of(traits), action);
    }

    boolean takes(int count) {
        return words < 0 ? count >= -words : count == words;
    }

    List<String> args(List<String> request) {
        return request.subList(name.contains("|") ? 2 : 1, request.size());
    }

    List<String> keysIn(List<String> args) {
        return switch (keys) {
            case NONE -> List.of();
            case FIRST -> args.subList(0, 1);
            case ALL -> args;
            case EVERY_SECOND ->
                IntStream.range(0, args.size())
                        .filter(at -> at % 2 == 0)
                        .mapToObj(args::get)
                        .toList();
        };
    }
}
