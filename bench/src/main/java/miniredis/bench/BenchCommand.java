package miniredis.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import miniredis.spec.report.Style;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures servers side by side. */
@Command(
        name = "mini-redis-bench",
        description = "Measures servers side by side, with redis-benchmark.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Suites:",
            "  pipelining   PING, SET, GET, INCR; 1, 16 and 128 requests per pipeline",
            "  values       3 bytes, 1 KB, 64 KB",
            "  connections  1 to 10,000",
            "  keys         1,000 to 10,000,000",
            "  growth       longest wait and memory while 5,000,000 keys are loaded",
            "  expiry       longest wait and memory when 1,000,000 keys expire together",
            "",
            "Examples:",
            "  java -jar mini-redis-bench.jar redis='redis-server --port {port} --save \"\"' mine='python3 -m mini_redis --port {port}'",
            "  java -jar mini-redis-bench.jar --suite keys,growth redis='...' mine='...'",
            "  java -jar mini-redis-bench.jar --suite all --rounds 5 --report report redis='...' mine='...'"
        })
public final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "NAME=COMMAND",
            description =
                    "The servers; {port} stands for the port to listen on. The others are compared with the first.")
    private Map<String, String> servers = new LinkedHashMap<>();

    @Option(
            names = "--suite",
            paramLabel = "NAMES",
            description = "Which suites, separated by commas, or all (default: ${DEFAULT-VALUE}).")
    private String suites = "pipelining";

    @Option(names = "--rounds", paramLabel = "N", description = "How many times each thing is measured (default: 3).")
    private @Nullable Integer rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long one measurement of throughput lasts (default: 1).")
    private @Nullable Double seconds;

    @Option(names = "--quick", description = "A first look: 2 rounds of 0.3 s, a tenth of the keys.")
    private boolean quick;

    @Option(
            names = "--wait-for-quiet",
            paramLabel = "SECONDS",
            description =
                    "How long, in total, to wait for other programs to be idle, and to repeat what they disturbed (default: 0).")
    private double secondsForQuiet;

    @Option(
            names = "--startup-timeout",
            paramLabel = "SECONDS",
            description = "How long a server may take until it accepts connections (default: ${DEFAULT-VALUE}).")
    private int startupTimeout = (int) ServerSpec.STARTUP_TIMEOUT.toSeconds();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "The folder for bench.csv, bench.md and the charts (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-bench");

    /** Exit codes: 0 if all that can be measured was, 2 if nothing can be, with the reason. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(new PlainErrors())
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var style = Style.ofThisProcess();
        var benchmark =
                new Benchmark(serversUnderTest(), Suite.parse(suites), effort(), report, line -> show(line, style));
        System.err.printf(
                "About %.0f min %02.0f s.%n",
                Math.floor(benchmark.expectedSeconds() / 60), benchmark.expectedSeconds() % 60);
        var results = benchmark.run();
        show("", style);
        ReportFiles.write(results, report);
        results.conditions().forEach(System.out::println);
        new ConsoleTable(System.out).print(results);
        System.out.printf("%nbench.csv, bench.md and charts are in %s%n", report);
        return 0;
    }

    private List<ServerUnderTest> serversUnderTest() {
        var list = new ArrayList<ServerUnderTest>();
        servers.forEach((name, command) -> list.add(ServerSpec.ofCommand(command)
                .called(name)
                .givenUpAfter(Duration.ofSeconds(startupTimeout))
                .server()));
        return list;
    }

    private Effort effort() {
        var usual = quick ? Effort.QUICK : Effort.ORDINARY;
        return new Effort(
                rounds == null ? usual.rounds() : rounds,
                seconds == null ? usual.seconds() : seconds,
                usual.fewerKeys(),
                secondsForQuiet);
    }

    /** On a terminal the last line is replaced. */
    private static void show(String progress, Style style) {
        if (style.isTerminal()) {
            System.err.print("\r\u001B[K" + progress);
            System.err.flush();
        } else if (!progress.isEmpty()) {
            System.err.println(progress);
        }
    }
}
