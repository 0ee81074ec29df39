package miniredis.nio;

/**
 * What the tools say before their user says anything: redis-cli asks for COMMAND, redis-benchmark for CONFIG GET. The
 * answers are the smallest ones that are true and keep them content.
 */
final class ServerCommands {
    private static final int NAME_ECHO = 128;

    private final Limits limits;

    ServerCommands(Limits limits) {
        this.limits = limits;
    }

    /** COMMAND, COMMAND DOCS: there is nothing to tell. */
    static void command(Request request, Reply reply) {
        reply.array(0);
    }

    /** CONFIG GET, and no other subcommand: nothing is saved to disk, and what can be set is on the command line. */
    void config(Request request, Reply reply) {
        if (!request.argument(1).is("get")) {
            throw new CommandError(
                    "ERR unknown subcommand '" + request.argument(1).text(NAME_ECHO) + "'. Try CONFIG HELP.");
        }
        if (request.count() < 3) {
            throw new CommandError("ERR wrong number of arguments for 'config|get' command");
        }
        var name = request.argument(2);
        var value = setting(name);
        reply.array(value == null ? 0 : 2);
        if (value != null) {
            reply.bulk(name); // as it was typed
            reply.bulk(value);
        }
    }

    private String setting(Argument name) {
        if (name.is("save")) {
            return "";
        }
        if (name.is("appendonly")) {
            return "no";
        }
        if (name.is("maxmemory")) {
            return Long.toString(limits.maxMemory());
        }
        return name.is("maxclients") ? Integer.toString(limits.maxClients()) : null;
    }
}
