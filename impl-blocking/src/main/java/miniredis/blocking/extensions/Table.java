package miniredis.blocking.extensions;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;

/** All commands by name. Those of the workshop are in it for COMMAND, and for what a request has to be known of beforehand. */
final class Table {
    private final Map<String, Row> rows = new TreeMap<>();
    /** Of the commands of two words. */
    private final Set<String> firstWords = new HashSet<>();

    void add(Row row) {
        rows.put(row.name(), row);
        if (row.hasTwoWords()) {
            firstWords.add(row.firstWord());
        }
    }

    Collection<Row> rows() {
        return rows.values();
    }

    /** The command that a request is for: of two words where its name has such. */
    Optional<Row> find(List<Bytes> request) {
        String name = lower(request.get(0));
        var ofTwoWords = request.size() > 1 ? rows.get(name + "|" + lower(request.get(1))) : null;
        return Optional.ofNullable(ofTwoWords != null ? ofTwoWords : rows.get(name));
    }

    /** By its name as one argument: {@code get}, {@code client|id}. */
    Optional<Row> find(Bytes name) {
        return Optional.ofNullable(rows.get(lower(name)));
    }

    /** Why a request can't be carried out, whatever its arguments mean; empty if it can, or if the command is not in this table. */
    Optional<String> refusal(List<Bytes> request) {
        var row = find(request);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (!row.get().takes(request.size())) {
            return Optional.of("ERR wrong number of arguments for '" + row.get().name() + "' command");
        }
        boolean unknownWord =
                request.size() > 1 && firstWords.contains(row.get().name());
        return unknownWord ? Optional.of(unknownWord(request)) : Optional.empty();
    }

    private static String unknownWord(List<Bytes> request) {
        return "ERR unknown subcommand '%s'. Try %s HELP."
                .formatted(cut(request.get(1).text()), lower(request.get(0)).toUpperCase(Locale.ROOT));
    }

    private static String cut(String text) {
        var untilNul = text.split("\0", 2)[0];
        return untilNul.substring(0, Math.min(128, untilNul.length()));
    }

    private static String lower(Bytes word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    /** An error reply. */
    static Reply error(String text) {
        return new Reply.ErrorMessage(text);
    }
}
