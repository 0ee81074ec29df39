package miniredis.nio;

/**
 * What the tools say before their user says anything: redis-cli asks for COMMAND, redis-benchmark for CONFIG GET. The
 * answers are the smallest ones that are true and keep them content.
 */
final class ServerCommands {
    private ServerCommands() {}

    /** COMMAND, COMMAND DOCS: there is nothing to tell. */
    static void command(Request request, Reply reply) {
        reply.array(0);
    }

    /** CONFIG GET: this server saves nothing to disk, and has no other setting. */
    static void config(Request request, Reply reply) {
        if (!request.argument(1).is("get")) {
            throw new CommandError(
                    "ERR unknown subcommand '" + request.argument(1).text(128) + "'. Try CONFIG HELP.");
        }
        if (request.count() < 3) {
            throw new CommandError("ERR wrong number of arguments for 'config|get' command");
        }
        if (request.argument(2).is("save")) {
            setting(reply, "save", "");
        } else if (request.argument(2).is("appendonly")) {
            setting(reply, "appendonly", "no");
        } else {
            reply.array(0);
        }
    }

    private static void setting(Reply reply, String name, String value) {
        reply.array(2);
        reply.bulk(name);
        reply.bulk(value);
    }
}
