package miniredis.spec.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.CommandRow.ReplyKind;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.Bytes;

/** The requests that find out whether a server has a row of the catalogue. */
record CommandQuestion(CommandRow row) {
    static final String NO_WORD = "NOSUCHWORD";

    /** Errors may quote it, and are compared without the requested name: so no name may be part of it. */
    static final String KEY = "is-it-there:" + UUID.randomUUID();

    private static final String SET = "SET";

    /** Sends a request on an instance in good health. */
    static Response ask(List<String> words, ServerPool pool) throws ServerUnavailable {
        return Questions.ask(pool, context -> Questions.ask(bytes(words), context));
    }

    /** Sends the request with {@code name} in the command's place, for a key that holds 1. */
    Response askAfterSet(String name, ServerPool pool) throws ServerUnavailable {
        var words = words(0, name);
        return Questions.ask(pool, context -> {
            if (words.contains(KEY) && !row.name().equals(SET)) {
                Questions.ask(bytes(List.of(SET, KEY, "1")), context);
            }
            return Questions.ask(bytes(words), context);
        });
    }

    /**
     * Whether its correct request gets an error or silence: as was just seen, and again on a key that certainly holds 1. A server
     * may refuse a key that does not exist.
     */
    boolean isNeverCarriedOut(Response said, ServerPool pool) throws ServerUnavailable {
        return said.isRefusal()
                && (row.name().equals(SET)
                        || !words(0, SET).contains(KEY)
                        || ask(List.of(SET, KEY, "1"), pool).is(ReplyKind.SIMPLE))
                && ask(words(0, row.name()), pool).isRefusal();
    }

    /** The answer in words, if it is the one that unknown names get. */
    <E extends Exception> Optional<Message> whatIsSaidInstead(Questions.Asker<E> asker) throws E {
        var said = asker.ask(bytes(words(0, row.request().get(0))));
        if (said.is(row.reply())) {
            return Optional.empty();
        }
        // In the order of the words: of "SET EX" the EX may be unknown, or SET itself.
        for (int at : row.namePlaces()) {
            if (said.isTheSame(row.request().get(at), asker.ask(bytes(words(at, NO_WORD))), NO_WORD)) {
                return Optional.of(said.inWords());
            }
        }
        return Optional.empty();
    }

    /** The request with another word in one place. */
    private List<String> words(int at, String word) {
        var words = new ArrayList<>(row.request());
        words.set(at, word);
        words.replaceAll(each -> each.equals("*") ? KEY : each);
        return words;
    }

    private static List<byte[]> bytes(List<String> words) {
        return words.stream().map(Bytes::of).toList();
    }
}
