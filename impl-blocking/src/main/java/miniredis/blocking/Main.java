package miniredis.blocking;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;

/** Starts the server of the workshop: the six commands, no limits. */
public final class Main {
    private static final String USAGE = "usage: java -jar " + Log.PROGRAM + ".jar [--host 127.0.0.1] [--port 6379]";
    private static final int CANNOT_LISTEN = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    /** Exits with 2 if the command line is wrong, with 1 if it can't listen on the port. Otherwise it runs until stopped. */
    public static void main(String[] args) {
        String host = "127.0.0.1";
        int port = 6379;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("--port") && value.matches("[0-9]{1,5}") && Integer.parseInt(value) < 1 << 16) {
                port = Integer.parseInt(value);
            } else if (args[i].equals("--host") && !value.isEmpty()) {
                host = value;
            } else {
                exit(BAD_USAGE, USAGE);
            }
        }
        start(host, port);
    }

    private static void start(String host, int port) {
        var clock = InstantSource.system();
        var keyspace = new Keyspace(clock, new Random());
        var commands = new Commands(keyspace);
        try (var server = listen(host, port, socket -> Connection.buffered(socket, commands))) {
            serve(server, host, new Expiry(keyspace, clock));
        }
    }

    /** A server that listens. If it can't, the program exits. */
    public static Server listen(String host, int port, Connection.Factory factory) {
        try {
            return new Server(host, port, factory);
        } catch (IOException failure) {
            exit(CANNOT_LISTEN, "cannot listen on " + host + ":" + port + ": " + failure.getMessage());
            throw new IllegalStateException(failure);
        }
    }

    /** Prints where the server listens, and serves until it is stopped. */
    public static void serve(Server server, String host, Expiry expiry) {
        // The JVM runs this when it gets SIGTERM or Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        BackgroundTask.every(Expiry.PAUSE, "expiry", expiry::round);
        // Concatenated, not formatted: in some languages String.format writes other digits.
        System.out.println(Log.PROGRAM + " listens on " + host + ":" + server.port() + " (try: redis-cli -p "
                + server.port() + " PING; Ctrl-C ends it)");
        server.serve();
    }

    /** Exits, and prints the reason on standard error. */
    public static void exit(int status, String why) {
        Log.note(why);
        System.exit(status);
    }
}
