package miniredis.nio;

import java.io.IOException;

/** Starts the server: {@code java -jar impl-nio.jar [--host HOST] [--port PORT]}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        CommandLine options;
        try {
            options = CommandLine.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println("impl-nio: " + wrong.getMessage() + "; " + CommandLine.USAGE);
            System.exit(BAD_USAGE);
            return;
        }
        try (var server = Server.open(options.host(), options.port())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            System.out.println("impl-nio listens on " + options.host() + ":" + server.port());
            server.run();
        } catch (IOException failed) {
            System.err.println(
                    "impl-nio: cannot listen on " + options.host() + ":" + options.port() + ": " + failed.getMessage());
            System.exit(FAILED);
        }
    }
}
