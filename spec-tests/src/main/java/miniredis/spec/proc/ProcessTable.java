package miniredis.spec.proc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** What is known of processes; see proc_pid(5). Of other users' processes less is known. */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final String SOCKET = "socket:[";
    private static final int LONGEST_COMMAND_SHOWN = 80;
    private static final int MOST_LOOKS = 50;
    private static final int USUAL_BYTES = 16 * 1024;

    private ProcessTable() {}

    /** All living processes that have this variable in their environment, with a value that begins like this. */
    public static Set<ProcessHandle> withVariable(String name, String beginning) {
        var wanted = "\0" + name + "=" + beginning;
        var found = new HashSet<ProcessHandle>();
        for (long pid : pids()) {
            if (("\0" + environment(pid)).contains(wanted)) {
                ProcessHandle.of(pid).filter(ProcessTable::isAlive).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * While a process changes its program (execve), its environment reads as empty: for microseconds, or for as long as it
     * waits for a core meanwhile. So what is empty is read again, unless it is one of the kernel's, which have no program.
     */
    private static String environment(long pid) {
        var environment = text(pid, "environ");
        for (int looks = 1; environment.isEmpty() && looks < MOST_LOOKS && hasProgram(pid); looks++) {
            LockSupport.parkNanos(1_000_000);
            environment = text(pid, "environ");
        }
        return environment;
    }

    private static boolean hasProgram(long pid) {
        return !target(PROC.resolve(pid + "/exe")).isEmpty();
    }

    /** Whether it still runs. A process that has ended, and that its parent has not noticed yet, does not. */
    public static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(text(process.pid(), "stat"));
    }

    /** The state follows the program's name, which may hold anything, in parentheses. */
    private static boolean isZombie(String stat) {
        return stat.startsWith(") Z", stat.lastIndexOf(')'));
    }

    /** The process that holds this socket. */
    public static Optional<ProcessHandle> holder(long inode) {
        return pids().stream()
                .filter(pid -> sockets(pid).contains(inode))
                .findFirst()
                .flatMap(ProcessHandle::of);
    }

    /** A process in words: {@code process 4711 (python3 server.py)}. */
    public static String inWords(ProcessHandle process) {
        var command = text(process.pid(), "cmdline").replace('\0', ' ').strip();
        return "process %d (%s)"
                .formatted(
                        process.pid(),
                        command.length() > LONGEST_COMMAND_SHOWN
                                ? command.substring(0, LONGEST_COMMAND_SHOWN) + "…"
                                : command);
    }

    /**
     * For how long, in nanoseconds, each thread of a process has run or waited for a core, by thread id; empty where the
     * kernel does not tell.
     */
    public static Map<Long, Long> demandedNanos(long pid) {
        var byThread = new HashMap<Long, Long>();
        for (var thread : files(pid, "task")) {
            var fields = text(thread.resolve("schedstat")).split(" ");
            if (fields.length >= 2) {
                byThread.put(
                        Long.valueOf(thread.getFileName().toString()),
                        Long.parseLong(fields[0]) + Long.parseLong(fields[1]));
            }
        }
        return byThread;
    }

    /** The inodes of a process's sockets. */
    public static Set<Long> sockets(long pid) {
        var inodes = new HashSet<Long>();
        for (var file : files(pid, "fd")) {
            var target = target(file);
            if (target.startsWith(SOCKET)) {
                inodes.add(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10));
            }
        }
        return inodes;
    }

    /** How many files, sockets among them, it has open; NaN where that is not known. */
    public static double openFiles(long pid) {
        int count = files(pid, "fd").size();
        return count == 0 ? Double.NaN : count;
    }

    /** Resident memory; NaN where that is not known. */
    public static double residentBytes(long pid) {
        return text(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Long> pids() {
        return files(PROC).stream()
                .map(process -> process.getFileName().toString())
                .filter(name -> name.matches("[0-9]+"))
                .map(Long::valueOf)
                .toList();
    }

    private static List<Path> files(long pid, String folder) {
        return files(PROC.resolve(pid + "/" + folder));
    }

    /** Empty where the process is gone or another user's. */
    private static List<Path> files(Path folder) {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            files.forEach(found::add);
        } catch (IOException | DirectoryIteratorException goneOrForeign) {
            // Those found so far, then.
        }
        return found;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String text(long pid, String file) {
        return text(PROC.resolve(pid + "/" + file));
    }

    /** In one read where it is no longer than usual, since the process may change its program between two. */
    private static String text(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            var usual = ByteBuffer.allocate(USUAL_BYTES);
            if (channel.read(usual) == USUAL_BYTES) {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            }
            return StandardCharsets.ISO_8859_1.decode(usual.flip()).toString();
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
