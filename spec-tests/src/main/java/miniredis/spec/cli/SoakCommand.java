package miniredis.spec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import miniredis.spec.soak.Soak;
import miniredis.spec.soak.SoakResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads a server for a long time. */
@Command(
        name = "soak",
        description =
                "Loads a server for minutes, with connections that come and go, and checks every reply and its memory.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {"", "Exit codes: 0 nothing lost and memory level, 1 something was wrong, 2 it could not be run."})
final class SoakCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Option(names = "--minutes", paramLabel = "N", description = "How long (default: ${DEFAULT-VALUE}).")
    private double minutes = 10;

    @Option(names = "--clients", paramLabel = "N", description = "How many at a time (default: ${DEFAULT-VALUE}).")
    private int clients = 50;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "The folder for what the server prints (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-bench");

    @Override
    public Integer call() throws Exception {
        var result = new Soak(server.server(), minutes * 60, clients, report, System.err::println).run();
        print(result);
        return result.isGood() ? 0 : 1;
    }

    private static void print(SoakResult result) {
        System.out.printf(
                "%,.0f s: %,d connections, %,d requests, every reply compared%n",
                result.seconds(), result.connections(), result.requests());
        System.out.printf(
                "memory, highest of each quarter: %,.0f, %,.0f, %,.0f, %,.0f MB: %s%n",
                result.megabytesInQuarter(1),
                result.megabytesInQuarter(2),
                result.megabytesInQuarter(3),
                result.megabytesInQuarter(4),
                result.isMemoryLevel() ? "level" : "GROWING");
        if (!result.isMemoryLevel()) {
            System.out.println("""
                    A server with a garbage collector grows until its heap is full, leak or not. To tell: give it a small heap \
                    (java -Xmx32m ...), or soak longer. What still grows then is never given back.""");
        }
        System.out.printf(
                "open files: %.0f at the beginning, %.0f when all clients had gone: %s%n",
                result.first().openFiles(),
                result.last().openFiles(),
                result.areFilesGivenBack() ? "given back" : "NOT GIVEN BACK");
        result.troubles().forEach(trouble -> System.out.println("WRONG: " + trouble));
        System.out.println(result.troubles().isEmpty() ? "nothing lost" : "something was lost");
    }
}
