package miniredis.blocking;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;

/** Starts the server. {@link Options} says what may stand on its command line. */
public final class Main {
    private static final int CANNOT_LISTEN = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    /** Ends with 2 if the command line is wrong, with 1 if the port can't be had, and otherwise not before it is told to. */
    public static void main(String[] args) {
        try {
            start(Options.parse(args));
        } catch (IllegalArgumentException wrong) {
            exit(BAD_USAGE, wrong.getMessage() + "; " + Options.USAGE);
        }
    }

    private static void start(Options options) {
        var clock = InstantSource.system();
        var keyspace = new Keyspace(clock, new Random());
        var extensions = Extensions.find();
        var commands = extensions
                .<Commands>map(found -> new ExtendedCommands(keyspace, found))
                .orElseGet(() -> new Commands(keyspace));
        try (var server = new Server(options.host(), options.port(), commands)) {
            if (extensions.isPresent()) {
                extensions.get().begin(new Core(commands, keyspace, clock), options.metricsPort());
            } else if (options.metricsPort().isPresent()) {
                throw new IllegalArgumentException("--metrics-port needs the extensions, and there are none");
            }
            // The JVM runs this when it gets SIGTERM or Ctrl-C.
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            BackgroundTask.every(Expiry.PAUSE, "expiry", new Expiry(keyspace, clock)::round);
            System.out.println(greeting(options.host(), server.port()));
            server.serve();
        } catch (IOException failure) {
            exit(
                    CANNOT_LISTEN,
                    "cannot listen on " + options.host() + ":" + options.port() + ": " + failure.getMessage());
        }
    }

    private static String greeting(String host, int port) {
        return "%s listens on %s:%d (try: redis-cli -p %d PING; Ctrl-C ends it)"
                .formatted(Program.NAME, host, port, port);
    }

    private static void exit(int status, String why) {
        Log.note(why);
        System.exit(status);
    }
}
