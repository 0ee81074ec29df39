package miniredis.nio;

import java.util.OptionalInt;

/**
 * The options on the command line.
 *
 * @param port 0 for any free one
 * @param maxMemory for data, in bytes; 0 if it is not given
 * @param metricsPort where to serve metrics over HTTP; empty if they are not to be served
 * @param help whether to print only the usage
 */
record CommandLine(String host, int port, long maxMemory, int maxClients, OptionalInt metricsPort, boolean help) {
    static final String USAGE = """
            usage: impl-nio [--host 127.0.0.1] [--port 6379] [--maxmemory SIZE] [--maxclients 10000] [--metrics-port PORT]
            where port 0 means any free one, and SIZE is like 100mb or 2gb (default: half of what -Xmx says)""";

    private static final int CLIENTS = 10_000; // as in Redis

    /** @throws IllegalArgumentException naming the argument that is wrong */
    static CommandLine parse(String... args) {
        var host = "127.0.0.1";
        int port = 6379;
        long maxMemory = 0;
        int maxClients = CLIENTS;
        var metricsPort = OptionalInt.empty();
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--host" -> host = value(args, i++);
                case "--port" -> port = number(args[i], value(args, i++), 0, 65535);
                case "--maxmemory" -> maxMemory = MemorySize.parse(value(args, i++));
                case "--maxclients" -> maxClients = number(args[i], value(args, i++), 1, Integer.MAX_VALUE);
                case "--metrics-port" -> metricsPort = OptionalInt.of(number(args[i], value(args, i++), 0, 65535));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown argument '" + args[i] + "'");
            }
        }
        return new CommandLine(host, port, maxMemory, maxClients, metricsPort, help);
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length) {
            throw new IllegalArgumentException(args[option] + " needs a value");
        }
        return args[option + 1];
    }

    private static int number(String option, String text, int least, int most) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(
                    option + " takes a number from " + least + " to " + most + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
