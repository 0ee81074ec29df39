package miniredis.nio;

import java.io.IOException;

/** Starts the server. {@link CommandLine} describes its command line. */
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        CommandLine options;
        try {
            options = CommandLine.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println("impl-nio: " + wrong.getMessage() + "\n" + CommandLine.USAGE);
            System.exit(BAD_USAGE);
            return;
        }
        if (options.help()) {
            System.out.println(CommandLine.USAGE);
            return;
        }
        serve(open(options), options.host());
    }

    private static Server open(CommandLine options) {
        try {
            var limits = Limits.forThisJvm(options.maxMemory(), options.maxClients());
            return Server.open(options.host(), options.port(), options.metricsPort(), limits);
        } catch (IOException failed) {
            System.err.println(
                    "impl-nio: cannot listen on " + options.host() + ":" + options.port() + ": " + failed.getMessage());
            System.exit(FAILED);
            throw new IllegalStateException(failed);
        }
    }

    private static void serve(Server server, String host) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        HeapTrim.start();
        System.out.println("impl-nio listens on " + host + ":" + server.port());
        server.run();
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            // the process ends anyway
        }
    }
}
