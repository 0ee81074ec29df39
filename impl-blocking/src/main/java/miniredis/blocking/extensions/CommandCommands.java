package miniredis.blocking.extensions;

import static miniredis.blocking.extensions.Replies.pairs;
import static miniredis.blocking.extensions.Replies.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;
import miniredis.blocking.extensions.Row.Trait;

/** COMMAND: what commands there are. See https://redis.io/docs/latest/commands/command/ */
final class CommandCommands {
    private final Table table;

    CommandCommands(Table table) {
        this.table = table;
    }

    void addTo(Table table) {
        table.add(new Row("command", -1, Keys.NONE, (client, args) -> infos(all())));
        table.add(new Row("command|count", 2, Keys.NONE, (client, args) -> Reply.number(all().size())));
        table.add(new Row("command|list", -2, Keys.NONE, (client, args) -> list(args)));
        table.add(new Row("command|info", -2, Keys.NONE, (client, args) -> info(args)));
        table.add(new Row("command|docs", -2, Keys.NONE, (client, args) -> docs(args)));
    }

    /** Those of one word; those of two are parts of another. */
    private Collection<Row> all() {
        var rows = new ArrayList<>(table.rows());
        rows.removeIf(Row::hasTwoWords);
        return rows;
    }

    private static Reply infos(Collection<Row> rows) {
        return new Reply.Array(rows.stream().map(CommandCommands::info).toList());
    }

    private Reply info(List<Bytes> names) {
        if (names.isEmpty()) {
            return infos(all());
        }
        return new Reply.Array(names.stream()
                .map(name -> table.find(name).map(CommandCommands::info).orElse(Reply.bulk(null)))
                .toList());
    }

    /** Name, words, flags, the places of the keys; then categories, tips, more about keys and subcommands, of which there are none. */
    private static Reply info(Row row) {
        var flags = new ArrayList<Reply>();
        if (row.is(Trait.WRITES)) {
            flags.add(new Reply.SimpleString("write"));
        } else if (row.is(Trait.READS)) {
            flags.add(new Reply.SimpleString("readonly"));
        }
        var keys = row.keys();
        var nothing = new Replies.Unordered(List.of());
        return Reply.array(
                text(row.name()),
                Reply.number(row.words()),
                new Replies.Unordered(flags),
                Reply.number(keys.first()),
                Reply.number(keys.last()),
                Reply.number(keys.step()),
                nothing,
                nothing,
                nothing,
                Reply.array());
    }

    private Reply list(List<Bytes> args) {
        if (!args.isEmpty()) {
            throw new CommandException("ERR syntax error");
        }
        return new Replies.Unordered(all().stream().map(row -> text(row.name())).toList());
    }

    private Reply docs(List<Bytes> names) {
        var docs = new ArrayList<Reply>();
        var rows = names.isEmpty()
                ? all()
                : names.stream().flatMap(name -> table.find(name).stream()).toList();
        for (var row : rows) {
            docs.add(text(row.name()));
            docs.add(pairs(
                    "summary", "See https://redis.io/docs/latest/commands/", "since", "1.0.0", "group", "generic"));
        }
        return new Replies.Pairs(docs);
    }
}
