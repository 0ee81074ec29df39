package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Replies.pairs;
import static miniredis.blocking.extensions.Replies.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Trait;

/** COMMAND: the list of all commands. See https://redis.io/docs/latest/commands/command/ */
final class CommandCommands {
    private final Commands commands;

    CommandCommands(Commands commands) {
        this.commands = commands;
    }

    void addTo(Commands commands) {
        commands.add(new Container("command", (client, none) -> infos(all()))
                .with("count", 0, (client, args) -> Reply.number(all().size()))
                .with("list", 0, ANY_NUMBER, (client, args) -> list(args))
                .with("info", 0, ANY_NUMBER, (client, args) -> info(args))
                .with("docs", 0, ANY_NUMBER, (client, args) -> docs(args)));
    }

    /** The commands of one word. Those of two words are subcommands of these. */
    private List<Row> all() {
        return commands.rows().values().stream().map(Row.class::cast).toList();
    }

    /** Finds a command by its name in one argument: {@code get}, {@code client|id}. */
    private Optional<Row> find(Bytes name) {
        var words = name.text().toLowerCase(Locale.ROOT).split("\\|", 2);
        var row = (Row) commands.rows().get(words[0]);
        return words.length == 2 && row != null ? row.subcommand(words[1]) : Optional.ofNullable(row);
    }

    private static Reply infos(Collection<Row> rows) {
        return new Reply.Array(rows.stream().map(CommandCommands::info).toList());
    }

    private Reply info(List<Bytes> names) {
        if (names.isEmpty()) {
            return infos(all());
        }
        return new Reply.Array(names.stream()
                .map(name -> find(name).map(CommandCommands::info).orElse(Reply.bulk(null)))
                .toList());
    }

    /** Name, arity, flags, positions of the keys; then ACL categories, tips, key specifications and subcommands, all empty. */
    private static Reply info(Row row) {
        var flags = new ArrayList<Reply>();
        if (row.is(Trait.WRITES)) {
            flags.add(new Reply.SimpleString("write"));
        } else if (row.is(Trait.READS_KEY) || row.is(Trait.READS_KEYS)) {
            flags.add(new Reply.SimpleString("readonly"));
        }
        var keys = row.keys();
        var nothing = new Replies.Unordered(List.of());
        return Reply.array(
                text(row.name()),
                Reply.number(row.arity()),
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
                : names.stream().flatMap(name -> find(name).stream()).toList();
        for (var row : rows) {
            docs.add(text(row.name()));
            docs.add(pairs(
                    "summary", "See https://redis.io/docs/latest/commands/", "since", "1.0.0", "group", "generic"));
        }
        return new Replies.Pairs(docs);
    }
}
