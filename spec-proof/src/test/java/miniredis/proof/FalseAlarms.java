package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.proof.faults.SwitchableServer;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.fakes.FakeServer;
import miniredis.spec.server.Programs;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No correct server is blamed, however busy the machine is. Correct servers in different styles run the whole specification again
 * and again, all of them at the same time, while one thread for each core keeps it busy. Takes long, so it runs with
 * {@code mvn verify -Pproof} only.
 *
 * <p>{@code -Dproof.runs=100} sets how often each of them runs; {@code -Dproof.java=/usr/lib/jvm/NAME/bin/java} adds
 * impl-blocking on another JDK; redis-server takes part where it is installed.
 */
class FalseAlarms {
    private static final int RUNS = Integer.getInteger("proof.runs", 3);
    private static final Path REPORTS = Path.of("spec-proof/target/proof/false-alarms");

    /** An overloaded machine may keep a scenario from being judged, once in all these runs. That does not blame the server. */
    private static final int MOST_INCONCLUSIVE = 1;

    /** In each run of a slow server, while five others and a spinning thread for each core share the same two cores. */
    private static final int MOST_SLOW = 3;

    @TestFactory
    Stream<DynamicTest> noRightServerIsBlamed() throws Exception {
        var servers = servers();
        var crowd = Executors.newFixedThreadPool(servers.size(), FalseAlarms::daemon);
        var busy = new BusyCores();
        try {
            var running = new LinkedHashMap<String, Future<List<ScenarioResult>>>();
            servers.forEach((name, server) -> running.put(name, crowd.submit(runsOf(name, server))));
            var tests = new ArrayList<DynamicTest>();
            for (var server : running.entrySet()) {
                var notPassed = server.getValue().get();
                tests.add(DynamicTest.dynamicTest(server.getKey(), () -> judge(server.getKey(), notPassed)));
            }
            return tests.stream();
        } finally {
            busy.end();
            crowd.shutdownNow();
        }
    }

    private static void judge(String name, List<ScenarioResult> notPassed) {
        assertThat(notPassed.stream().filter(result -> result.status() != Status.INCONCLUSIVE))
                .isEmpty();
        assertThat(notPassed).hasSizeLessThanOrEqualTo(name.startsWith("slow") ? RUNS * MOST_SLOW : MOST_INCONCLUSIVE);
    }

    /** Everything that did not pass in any of the runs. */
    private static Callable<List<ScenarioResult>> runsOf(String name, ServerUnderTest server) {
        return () -> {
            var notPassed = new ArrayList<ScenarioResult>();
            for (int i = 1; i <= RUNS; i++) {
                var run = new SpecificationRun(server, levelOf(name), REPORTS.resolve(name), Progress.NONE);
                var result = run.execute();
                System.out.printf("%s, run %d of %d: %s%n", name, i, RUNS, result.totals());
                result.scenarios().stream()
                        .filter(scenario -> scenario.status() != Status.PASSED || scenario.failsInAnotherFraming())
                        .peek(scenario -> System.out.println(scenario.scenario().id() + " " + scenario))
                        .forEach(notPassed::add);
            }
            return notPassed;
        };
    }

    private static Map<String, ServerUnderTest> servers() {
        var servers = new LinkedHashMap<String, ServerUnderTest>();
        servers.put("the switchable server", SwitchableServer.correct());
        servers.put("impl-blocking", program("impl-blocking", jar("java", "impl-blocking")));
        servers.put("impl-nio", program("impl-nio", jar("java", "impl-nio")));
        var otherJava = System.getProperty("proof.java");
        if (otherJava != null) {
            var name = "impl-blocking on another JDK";
            servers.put(name, program(name, jar(otherJava, "impl-blocking")));
        }
        if (Programs.find("redis-server").isPresent()) {
            servers.put("redis-server", program("redis-server", "redis-server --port {port} --save ''"));
        }
        addSlowOnes(servers);
        return servers;
    }

    private static String jar(String java, String module) {
        return "'%s' -jar %s --port {port}".formatted(java, Path.of(module, "target", module + ".jar"));
    }

    /** The slow servers are correct, but not byte for byte like Redis. They and the switchable server know six commands. */
    private static Selection levelOf(String name) {
        boolean isWhole = name.startsWith("impl-") || name.equals("redis-server");
        return isWhole ? Selection.withExtensions(true) : Selection.everything(!name.startsWith("slow"));
    }

    private static void addSlowOnes(Map<String, ServerUnderTest> servers) {
        if (Programs.find("python3").isPresent()) {
            var name = "slow: one thread, 200 microseconds a request";
            servers.put(
                    name,
                    ServerSpec.ofCommand("python3 spec-proof/src/test/python/slow_server.py {port}")
                            .called(name)
                            .server());
        }
        servers.put("slow: 200 microseconds a request", fake("burns-200-microseconds"));
        servers.put("slow to start: 12 seconds", fake("needs-12-seconds"));
    }

    private static ServerUnderTest fake(String behaviour) {
        var words = FakeServer.command(behaviour, "{port}").stream().collect(Collectors.joining("' '", "'", "'"));
        return program(behaviour, words);
    }

    private static ServerUnderTest program(String name, String command) {
        return ServerSpec.ofCommand(command)
                .called(name)
                .givenUpAfter(Duration.ofSeconds(60))
                .server();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** The load of other programs on this machine. */
    private static final class BusyCores {
        private volatile boolean over;

        BusyCores() {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                daemon(this::work).start();
            }
        }

        private void work() {
            while (!over) {
                Thread.onSpinWait();
            }
        }

        void end() {
            over = true;
        }
    }
}
