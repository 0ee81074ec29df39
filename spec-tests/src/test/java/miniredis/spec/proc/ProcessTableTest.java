package miniredis.spec.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ProcessTableTest {
    private static final ProcessHandle SELF = ProcessHandle.current();
    private static final long GONE = Integer.MAX_VALUE;

    @Test
    void aProcessIsKnownByItsEnvironment() throws Exception {
        var builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("PROCESS_TABLE_TEST", "of/" + SELF.pid());
        var process = builder.start();
        try {
            assertThat(ProcessTable.withVariable("PROCESS_TABLE_TEST", "of/")).containsExactly(process.toHandle());
            assertThat(ProcessTable.withVariable("PROCESS_TABLE_TEST", "/")).isEmpty();
            assertThat(ProcessTable.withVariable("TABLE_TEST", "of/")).isEmpty();
            assertThat(ProcessTable.isAlive(process.toHandle())).isTrue();
            assertThat(ProcessTable.inWords(process.toHandle())).isEqualTo("process " + process.pid() + " (sleep 60)");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(ProcessTable.isAlive(process.toHandle())).isFalse();
    }

    /** A script that replaces itself without end: every moment of that is one in which somebody may look. */
    @Test
    void aProcessThatChangesItsProgramIsStillKnown(@TempDir Path folder) throws Exception {
        var script = Files.writeString(folder.resolve("again"), "exec sh \"$0\"");
        var builder = new ProcessBuilder("sh", script.toString());
        builder.environment().put("PROCESS_TABLE_TEST", "again/" + SELF.pid());
        var process = builder.start();
        try {
            for (int look = 0; look < 1_000; look++) {
                assertThat(ProcessTable.withVariable("PROCESS_TABLE_TEST", "again/"))
                        .as("look %d", look)
                        .containsExactly(process.toHandle());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoHasEndedAndWasNotNoticedByItsParentIsNotAlive() throws Exception {
        // The first child ends immediately; its parent, which has become sleep, never waits for it.
        var parent = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            var child = parent.toHandle().children().findFirst();
            while ((child.isEmpty() || ProcessTable.isAlive(child.get())) && System.nanoTime() < until) {
                LockSupport.parkNanos(5_000_000);
                child = parent.toHandle().children().findFirst();
            }

            assertThat(child.orElseThrow().isAlive()).as("for Java").isTrue();
            assertThat(ProcessTable.isAlive(child.orElseThrow())).isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aSocketIsThatOfItsProcess() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long inode = TcpTable.listeners().orElseThrow().stream()
                    .filter(listener -> listener.port() == socket.getLocalPort())
                    .findFirst()
                    .orElseThrow()
                    .inode();

            assertThat(ProcessTable.sockets(SELF.pid())).contains(inode);
            assertThat(ProcessTable.holder(inode)).contains(SELF);
        }
        assertThat(ProcessTable.holder(-1)).isEmpty();
    }

    @Test
    void timesAndSizesAreThoseOfTheKernel() {
        assertThat(ProcessTable.residentBytes(SELF.pid())).isBetween(10e6, (double) Long.MAX_VALUE);
        assertThat(ProcessTable.openFiles(SELF.pid())).isGreaterThan(3);
        assertThat(ProcessTable.demandedNanos(SELF.pid()))
                .containsKey(SELF.pid())
                .allSatisfy((thread, nanos) -> assertThat(nanos).isNotNegative());
    }

    @Test
    void ofAProcessThatIsGoneNothingIsKnown() {
        assertThat(ProcessTable.residentBytes(GONE)).isNaN();
        assertThat(ProcessTable.openFiles(GONE)).isNaN();
        assertThat(ProcessTable.demandedNanos(GONE)).isEmpty();
        assertThat(ProcessTable.sockets(GONE)).isEmpty();
    }
}
