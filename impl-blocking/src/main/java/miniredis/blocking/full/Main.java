package miniredis.blocking.full;

import static miniredis.blocking.Main.exit;
import static miniredis.blocking.Main.listen;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;
import miniredis.blocking.Commands;
import miniredis.blocking.Expiry;
import miniredis.blocking.extensions.Extensions;
import miniredis.blocking.limits.DataMemory;
import miniredis.blocking.limits.HeapTrim;
import miniredis.blocking.limits.Limits;
import miniredis.blocking.limits.Reserve;

/** Starts the full server. {@link Options} describes its command line. */
public final class Main {
    private static final int CANNOT_LISTEN = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    /** Exits with 2 if the command line is wrong, with 1 if it can't listen on a port. Otherwise it runs until stopped. */
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
        Reserve.keep();
        var clock = InstantSource.system();
        var memory = new DataMemory(limits);
        var keyspace = memory.keyspace(clock, new Random());
        var extensions = new Extensions(new Commands(keyspace), keyspace, memory, limits, clock);
        try (var reception = new Reception(extensions, limits);
                var server = listen(options.host(), options.port(), reception)) {
            serveMetrics(extensions, options);
            HeapTrim.start();
            miniredis.blocking.Main.serve(server, options.host(), new Expiry(keyspace, clock));
        }
    }

    private static void serveMetrics(Extensions extensions, Options options) {
        try {
            if (options.metricsPort().isPresent()) {
                extensions.serveMetrics(options.metricsPort().getAsInt());
            }
        } catch (IOException failure) {
            exit(
                    CANNOT_LISTEN,
                    "cannot serve metrics on port " + options.metricsPort().getAsInt() + ": " + failure.getMessage());
        }
    }
}
