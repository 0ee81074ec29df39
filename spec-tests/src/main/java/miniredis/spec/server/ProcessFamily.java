package miniredis.spec.server;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.proc.ProcessTable;

/**
 * Processes and everything they started. Children of children lose their parent when it ends, so where there is a {@code /proc}
 * they are recognised by a mark in their environment, which every child inherits; elsewhere by descent, as far as it goes.
 */
final class ProcessFamily {
    static final String VARIABLE = "MINI_REDIS_SPEC_RUN";

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String RUN = UUID.randomUUID().toString();

    private final Collection<ProcessHandle> roots;
    private final String mark;

    /** @param mark the beginning of what {@link #VARIABLE} says in the environment of each of them */
    ProcessFamily(Collection<ProcessHandle> roots, String mark) {
        this.roots = roots;
        this.mark = mark;
    }

    /** A mark for one server of this run. */
    static String newMark() {
        return RUN + "/" + UUID.randomUUID();
    }

    /** The beginning of every mark of this run. */
    static String markOfThisRun() {
        return RUN;
    }

    boolean isGone() {
        return members().isEmpty();
    }

    Set<Long> processIds() {
        return members().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** TERM, two seconds, KILL, for all of them; returns when none is left. */
    void end() {
        var members = members();
        members.forEach(ProcessHandle::destroy);
        awaitGone(members, GRACE);
        kill();
    }

    /** KILL for all of them, and for those that they start meanwhile; returns when none is left, or after five seconds. */
    void kill() {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        for (var left = members(); !left.isEmpty() && System.nanoTime() < until; left = members()) {
            left.forEach(ProcessHandle::destroyForcibly);
            awaitGone(left, Duration.ofMillis(200));
        }
    }

    private static void awaitGone(Set<ProcessHandle> members, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (members.stream().anyMatch(ProcessTable::isAlive) && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Those that live. */
    Set<ProcessHandle> members() {
        var members = new HashSet<>(ProcessTable.withVariable(VARIABLE, mark));
        roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .filter(ProcessTable::isAlive)
                .forEach(members::add);
        return members;
    }
}
