package miniredis.blocking;

import java.util.OptionalInt;

/**
 * The command line.
 *
 * @param host the name or address to listen on
 * @param port 0 lets the system pick a free one
 * @param metricsPort where to serve metrics over HTTP, if that is wanted and there are {@link Extensions}
 */
record Options(String host, int port, OptionalInt metricsPort) {
    static final String USAGE =
            "usage: java -jar " + Program.NAME + ".jar [--host 127.0.0.1] [--port 6379] [--metrics-port N]";

    /** @throws IllegalArgumentException if this is not a command line; the message says why */
    static Options parse(String... args) {
        String host = "127.0.0.1";
        int port = 6379;
        var metricsPort = OptionalInt.empty();
        for (int i = 0; i < args.length; i += 2) {
            switch (args[i]) {
                case "--host" -> host = value(args, i);
                case "--port" -> port = port(args[i], value(args, i));
                case "--metrics-port" -> metricsPort = OptionalInt.of(port(args[i], value(args, i)));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        return new Options(host, port, metricsPort);
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length || args[option + 1].isEmpty()) {
            throw new IllegalArgumentException(args[option] + " needs a value");
        }
        return args[option + 1];
    }

    private static int port(String option, String text) {
        var port = StrictInteger.parse(text);
        if (port.isEmpty() || port.getAsLong() < 0 || port.getAsLong() > 65535) {
            throw new IllegalArgumentException(option + " must be a number from 0 to 65535, not " + text);
        }
        return (int) port.getAsLong();
    }
}
