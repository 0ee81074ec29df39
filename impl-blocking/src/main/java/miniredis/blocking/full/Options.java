package miniredis.blocking.full;

import java.util.OptionalInt;
import miniredis.blocking.Log;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.limits.MemorySize;

/**
 * The command line.
 *
 * @param host the name or address to listen on
 * @param port 0 lets the system pick a free one
 * @param maxMemory for data, in bytes; 0 is the default
 * @param maxClients how many may be connected
 * @param metricsPort where to serve metrics over HTTP, if that is wanted
 * @param help whether to print only the usage
 */
record Options(String host, int port, long maxMemory, int maxClients, OptionalInt metricsPort, boolean help) {
    static final String USAGE = "usage: java -jar " + Log.PROGRAM + ".jar [--host 127.0.0.1] [--port 6379]"
            + " [--maxmemory 100mb (default: half of -Xmx)] [--maxclients 10000] [--metrics-port N]";

    private static final int MOST_CLIENTS = 10_000;

    /** @throws IllegalArgumentException if this is not a command line; the message says why */
    static Options parse(String... args) {
        String host = "127.0.0.1";
        int port = 6379;
        long maxMemory = 0;
        int maxClients = MOST_CLIENTS;
        var metricsPort = OptionalInt.empty();
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--host" -> host = value(args, i++);
                case "--port" -> port = number(args, i++, 0, 65535);
                case "--maxmemory" -> maxMemory = MemorySize.parse(value(args, i++));
                case "--maxclients" -> maxClients = number(args, i++, 1, Integer.MAX_VALUE);
                case "--metrics-port" -> metricsPort = OptionalInt.of(number(args, i++, 0, 65535));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        return new Options(host, port, maxMemory, maxClients, metricsPort, help);
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length || args[option + 1].isEmpty()) {
            throw new IllegalArgumentException(args[option] + " needs a value");
        }
        return args[option + 1];
    }

    private static int number(String[] args, int option, int least, int most) {
        String text = value(args, option);
        var number = StrictInteger.parse(text);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            throw new IllegalArgumentException(
                    args[option] + " must be a number from " + least + " to " + most + ", not " + text);
        }
        return (int) number.getAsLong();
    }
}
