package miniredis.blocking;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** Starts the server. {@link Options} says what may stand on its command line. */
public final class Main {
    private static final int CANNOT_LISTEN = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    /** Ends with 2 if the command line is wrong, with 1 if the port can't be had, and otherwise not before it is told to. */
    public static void main(String[] args) {
        try {
            var options = Options.parse(args);
            if (options.help()) {
                System.out.println(Options.USAGE);
            } else {
                start(options);
            }
        } catch (IllegalArgumentException wrong) {
            exit(BAD_USAGE, wrong.getMessage() + "; " + Options.USAGE);
        }
    }

    private static void start(Options options) {
        var limits = Limits.forThisJvm(options.maxMemory(), options.maxClients());
        limits.boundSocketBuffers();
        var clock = InstantSource.system();
        var keyspace = new Keyspace(clock, new Random());
        var extensions = Extensions.find();
        var commands = extensions
                .<Commands>map(found -> new ExtendedCommands(keyspace, limits, found))
                .orElseGet(() -> new Commands(keyspace, limits));
        try (var server = listen(options, commands, limits)) {
            extend(extensions, new Core(commands, keyspace, limits, clock), options);
            // The JVM runs this when it gets SIGTERM or Ctrl-C.
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            BackgroundTask.every(Expiry.PAUSE, "expiry", new Expiry(keyspace, clock)::round);
            HeapTrim.start();
            System.out.println(greeting(options.host(), server.port()));
            server.serve();
        }
    }

    private static void extend(Optional<Extensions> extensions, Core core, Options options) {
        if (extensions.isEmpty() && options.metricsPort().isPresent()) {
            throw new IllegalArgumentException("--metrics-port needs the extensions, and there are none");
        }
        try {
            if (extensions.isPresent()) {
                extensions.get().begin(core, options.metricsPort());
            }
        } catch (IOException failure) {
            exit(
                    CANNOT_LISTEN,
                    "cannot serve metrics on port " + options.metricsPort().getAsInt() + ": " + failure.getMessage());
        }
    }

    private static Server listen(Options options, Commands commands, Limits limits) {
        try {
            return new Server(options.host(), options.port(), commands, limits);
        } catch (IOException failure) {
            exit(
                    CANNOT_LISTEN,
                    "cannot listen on " + options.host() + ":" + options.port() + ": " + failure.getMessage());
            throw new IllegalStateException(failure);
        }
    }

    private static String greeting(String host, int port) {
        return Program.NAME + " listens on " + host + ":" + port + " (try: redis-cli -p " + port
                + " PING; Ctrl-C ends it)";
    }

    private static void exit(int status, String why) {
        Log.note(why);
        System.exit(status);
    }
}
