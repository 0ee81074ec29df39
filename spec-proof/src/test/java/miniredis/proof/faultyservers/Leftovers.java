package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What a run must not leave behind. Finds processes in {@code /proc}; where that does not exist, checks only ports. */
final class Leftovers {
    private static final Path PROC = Path.of("/proc");

    private Leftovers() {}

    /** Fails if a process has this entry in its environment, or if the port (0: none in particular) is taken. */
    static void areNone(String environmentEntry, int port) {
        assertThat(processesWith(environmentEntry)).as("processes left behind").isEmpty();
        assertThat(port == 0 || isFree(port)).as("port %d is free again", port).isTrue();
    }

    /** The living processes that have this entry in their environment. */
    static List<Long> processesWith(String environmentEntry) {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains("\0" + environmentEntry + "\0"))
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** A zombie has no environment. */
    private static String environment(long pid) {
        try {
            return "\0" + Files.readString(PROC.resolve(pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Checks again and again, for a minute at most. */
    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in vain: " + what).isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
