package miniredis.blocking.extensions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;

/** A command whose second word says what it does: {@code CLIENT ID}, {@code CLIENT LIST}. */
final class Container extends Row {
    private final Map<String, Row> subcommands = new TreeMap<>();

    /** @param alone what the first word does without a second one */
    Container(String name, Handler alone) {
        super(name, 0, ANY_NUMBER, Keys.NONE, alone);
    }

    /** A command whose first word alone is an error. */
    Container(String name) {
        super(name, 1, ANY_NUMBER, Keys.NONE, (client, none) -> {
            throw Commands.wrongNumberOfArguments(name);
        });
    }

    /** Adds a subcommand that takes so many arguments after its two words. */
    Container with(String word, int least, int most, Handler handler) {
        subcommands.put(word, new Subcommand(name() + "|" + word, least, most, handler));
        return this;
    }

    Container with(String word, int arguments, Handler handler) {
        return with(word, arguments, arguments, handler);
    }

    @Override
    Optional<Row> subcommand(String word) {
        return Optional.ofNullable(subcommands.get(word));
    }

    @Override
    Row forRequest(List<Bytes> request) {
        if (request.size() == 1) {
            return this;
        }
        var word = request.get(1).text();
        var found = subcommand(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new CommandException("ERR unknown subcommand '%s'. Try %s HELP."
                        .formatted(cut(word), name().toUpperCase(Locale.ROOT))));
        int arguments = request.size() - 2;
        if (arguments < found.least() || arguments > found.most()) {
            throw Commands.wrongNumberOfArguments(found.name());
        }
        return found;
    }

    private static String cut(String text) {
        var untilNul = text.split("\0", 2)[0];
        return untilNul.substring(0, Math.min(128, untilNul.length()));
    }

    private static final class Subcommand extends Row {
        Subcommand(String name, int least, int most, Handler handler) {
            super(name, least, most, Keys.NONE, handler);
        }

        @Override
        int wordsOfName() {
            return 2;
        }
    }
}
