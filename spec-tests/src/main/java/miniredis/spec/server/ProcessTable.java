package miniredis.spec.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code /proc} tells about processes; elsewhere all answers are empty. Foreign users' processes keep their secrets. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final String SOCKET = "socket:[";
    private static final int LONGEST_COMMAND_SHOWN = 80;

    private ProcessTable() {}

    /** All living processes that have this variable in their environment, with a value that begins like this. */
    static Set<ProcessHandle> withVariable(String name, String beginning) {
        var wanted = "\0" + name + "=" + beginning;
        var found = new HashSet<ProcessHandle>();
        for (long pid : pids()) {
            if (("\0" + text(pid, "environ")).contains(wanted)) {
                ProcessHandle.of(pid).filter(ProcessTable::isAlive).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether it still runs. A process that has ended, and that its parent has not noticed yet, does not. */
    static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        var state = text(process.pid(), "stat");
        int afterName = state.lastIndexOf(')') + 2;
        return afterName >= state.length() || afterName < 2 || state.charAt(afterName) != 'Z';
    }

    /** The process that holds this socket, in words: {@code process 4711 (python3 server.py)}. */
    static Optional<String> holder(long inode) {
        return pids().stream()
                .filter(pid -> sockets(pid).contains(inode))
                .findFirst()
                .map(pid -> "process %d (%s)".formatted(pid, command(pid)));
    }

    /** The process that holds this socket. */
    static Optional<ProcessHandle> holderOf(long inode) {
        return pids().stream()
                .filter(pid -> sockets(pid).contains(inode))
                .findFirst()
                .flatMap(ProcessHandle::of);
    }

    /**
     * For how long, in nanoseconds, each thread of a process has run or waited for a core, by thread id; empty where the
     * kernel does not tell.
     */
    static Map<Long, Long> demandedNanos(long pid) {
        var byThread = new HashMap<Long, Long>();
        try (var threads = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (var thread : threads) {
                var fields = text(thread.resolve("schedstat")).split(" ");
                if (fields.length >= 2) {
                    byThread.put(
                            Long.valueOf(thread.getFileName().toString()),
                            Long.parseLong(fields[0]) + Long.parseLong(fields[1]));
                }
            }
        } catch (IOException gone) {
            // Then it no longer works.
        }
        return byThread;
    }

    /** The inodes of a process's sockets. */
    static Set<Long> sockets(long pid) {
        var inodes = new HashSet<Long>();
        try (var files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (var file : files) {
                var target = Files.readSymbolicLink(file).toString();
                if (target.startsWith(SOCKET)) {
                    inodes.add(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10));
                }
            }
        } catch (IOException goneOrForeign) {
            // Then it is not known.
        }
        return inodes;
    }

    private static String command(long pid) {
        var words = text(pid, "cmdline").replace('\0', ' ').strip();
        return words.length() > LONGEST_COMMAND_SHOWN ? words.substring(0, LONGEST_COMMAND_SHOWN) + "…" : words;
    }

    private static List<Long> pids() {
        var pids = new ArrayList<Long>();
        if (Files.isDirectory(PROC)) {
            try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
                processes.forEach(
                        process -> pids.add(Long.parseLong(process.getFileName().toString())));
            } catch (IOException noList) {
                // Then there is none.
            }
        }
        return pids;
    }

    private static String text(long pid, String file) {
        return text(PROC.resolve(pid + "/" + file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
