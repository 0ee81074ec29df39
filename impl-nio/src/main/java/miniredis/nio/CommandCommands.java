package miniredis.nio;

import java.util.ArrayList;
import java.util.List;
import miniredis.nio.Command.Keys;

/** COMMAND: the list of all commands. */
final class CommandCommands {
    private final MoreCommands commands;

    CommandCommands(MoreCommands commands) {
        this.commands = commands;
    }

    List<Command> all() {
        return List.of(
                new Command("command", -1, 0, Keys.NONE, this::infos),
                new Command(
                        "command|count",
                        2,
                        0,
                        Keys.NONE,
                        (client, request, reply) -> reply.integer(ofOneWord().size())),
                new Command("command|list", -2, 0, Keys.NONE, this::list),
                new Command("command|info", -2, 0, Keys.NONE, this::infos),
                new Command("command|docs", -2, 0, Keys.NONE, this::docs));
    }

    /** Without those of two words, which are subcommands. */
    private List<Command> ofOneWord() {
        return commands.all().stream().filter(command -> !command.hasTwoWords()).toList();
    }

    private void infos(Client client, Request request, Reply reply) {
        if (request.count() <= 2) {
            reply.array(ofOneWord().size());
            ofOneWord().forEach(command -> info(command, reply));
            return;
        }
        reply.array(request.count() - 2);
        for (int i = 2; i < request.count(); i++) {
            var command = commands.find(request.argument(i).bytesAsText());
            if (command == null) {
                reply.nullBulk();
            } else {
                info(command, reply);
            }
        }
    }

    /** Name, arity, flags and positions of keys; then ACL categories, tips, key specifications and subcommands, all empty. */
    private static void info(Command command, Reply reply) {
        boolean writes = command.is(Command.WRITES);
        reply.array(10);
        reply.bulk(command.name());
        reply.integer(command.arity());
        if (writes || command.is(Command.READS)) {
            reply.set(1);
            reply.simple(writes ? "write" : "readonly");
        } else {
            reply.set(0);
        }
        reply.integer(command.keys().first());
        reply.integer(command.keys().last());
        reply.integer(command.keys().step());
        reply.set(0);
        reply.set(0);
        reply.set(0);
        reply.array(0);
    }

    private void list(Client client, Request request, Reply reply) {
        if (request.count() > 2) {
            throw CommandError.SYNTAX;
        }
        reply.set(ofOneWord().size());
        ofOneWord().forEach(command -> reply.bulk(command.name()));
    }

    private void docs(Client client, Request request, Reply reply) {
        var found = new ArrayList<Command>();
        for (int i = 2; i < request.count(); i++) {
            var command = commands.find(request.argument(i).bytesAsText());
            if (command != null) {
                found.add(command);
            }
        }
        var shown = request.count() == 2 ? ofOneWord() : found;
        reply.map(shown.size());
        for (var command : shown) {
            reply.bulk(command.name());
            reply.map(3);
            reply.bulk("summary");
            reply.bulk("See https://redis.io/docs/latest/commands/");
            reply.bulk("since");
            reply.bulk("1.0.0");
            reply.bulk("group");
            reply.bulk("generic");
        }
    }
}
