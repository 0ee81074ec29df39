package miniredis.proof.mutants;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Status;

/**
 * Measures {@link Reach}: each scenario alone on the unchanged server, which has to pass it, and then all of them side by side.
 * Several servers share the work.
 */
final class ReachRun {
    private static final int SERVERS = 4;

    /** How long an idle server is watched; what it does by itself now and then happens in that time. */
    private static final long IDLE_MILLIS = 2000;

    private static final int TRIES = 3;

    private final Subject subject;
    private final Path reports;
    private final Path marked;
    private final WarmRunners runners;
    private final Queue<SpecScenario> left = new ConcurrentLinkedQueue<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> byItself = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> byScenario = new ConcurrentHashMap<>();

    ReachRun(Subject subject, Path reports, WarmRunners runners) {
        this.subject = subject;
        this.reports = reports;
        this.marked = reports.resolve("marked.jar");
        this.runners = runners;
    }

    Reach measure() throws Exception {
        LineBeginnings.mark(subject.jar(), marked);
        Specification.load().scenarios().forEach(left::add);
        var threads = Executors.newFixedThreadPool(SERVERS);
        try {
            var lanes = new ArrayList<Callable<Void>>();
            for (int i = 1; i <= SERVERS; i++) {
                var folder = reports.resolve("lane-" + i);
                lanes.add(() -> measureOnOne(folder));
            }
            for (var lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        } finally {
            threads.shutdownNow();
        }
        byItself.addAll(onlyReachedSideBySide());
        return new Reach(known, byItself, new TreeMap<>(byScenario));
    }

    private Void measureOnOne(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (var probe = new ReachProbe(marked);
                var server = subject.unchanged(marked, probe.option()).start(folder.resolve("server.log"))) {
            probe.connect();
            Thread.sleep(IDLE_MILLIS);
            known.addAll(probe.known());
            byItself.addAll(probe.reached());
            for (var scenario = left.poll(); scenario != null; scenario = left.poll()) {
                byScenario.put(scenario.id(), measure(scenario, at(server), folder, probe));
            }
        }
        return null;
    }

    private Set<String> onlyReachedSideBySide() throws Exception {
        var folder = reports.resolve("side-by-side");
        Files.createDirectories(folder);
        try (var probe = new ReachProbe(marked);
                var server = subject.unchanged(marked, probe.option()).start(folder.resolve("server.log"))) {
            probe.connect();
            new SpecificationRun(at(server), Selection.withExtensions(true), folder, Progress.NONE)
                    .playedBy(runners)
                    .execute();
            var places = probe.reached();
            byScenario.values().forEach(places::removeAll);
            return places;
        }
    }

    private static ServerUnderTest at(RunningServer server) {
        return ServerSpec.ofAddress("127.0.0.1:" + server.address().getPort()).server();
    }

    private Set<String> measure(SpecScenario scenario, ServerUnderTest server, Path folder, ReachProbe probe)
            throws Exception {
        var one = new Selection(OptionalInt.empty(), Optional.of(scenario.id()), true);
        var places = new HashSet<String>();
        for (int i = 1; i <= TRIES; i++) {
            var run = new SpecificationRun(server, one, folder, Progress.NONE);
            var result = run.only(scenario::equals, 1).playedBy(runners).execute();
            places.addAll(probe.reached());
            if (result.count(Status.PASSED) == 1) {
                return places;
            }
        }
        throw new IllegalStateException("The unchanged server fails " + scenario);
    }
}
