package miniredis.spec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.proc.ProcessTable;
import miniredis.spec.proc.TcpTable;

/** The server under test as a child process. */
final class ServerProcess implements RunningServer {
    /**
     * A port can be reached without being in the kernel's table (a container's, a tunnel's); so connecting is tried, too. Rarely:
     * for a server that begins to listen just then, this is its first client, which disconnects immediately.
     */
    private static final long TRY_CONNECTING_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    /** A server that opens its port anew for each client is without one for a moment. */
    private static final Duration BETWEEN_TWO_SOCKETS = Duration.ofMillis(100);

    /** A server that works without end on its way to its port is given up, too. */
    private static final int MOST_STARTUP_TIMEOUTS = 4;

    private final Process process;
    private final ProcessFamily family;
    private final OutputDrain output;
    private final Optional<Path> ownDirectory;
    private final WorkMeter work;

    @SuppressWarnings("NullAway.Init") // set while it starts, and used only after that
    private InetSocketAddress address;

    private Optional<Long> inode = Optional.empty();

    private ServerProcess(Process process, ProcessFamily family, OutputDrain output, Optional<Path> ownDirectory) {
        this.ownDirectory = ownDirectory;
        this.process = process;
        this.family = family;
        this.output = output;
        this.work = WorkMeter.ofProcess(process.toHandle());
    }

    /** @param removeDirectory whether the directory goes when the server has ended */
    static ServerProcess start(
            List<String> words,
            Path directory,
            boolean removeDirectory,
            Map<String, String> environment,
            Path outputFile)
            throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        if (!directory.equals(Path.of(""))) {
            builder.directory(directory.toFile());
        }
        builder.environment().putAll(environment);
        var mark = ProcessFamily.newMark();
        builder.environment().put(ProcessFamily.VARIABLE, mark);
        return Reaper.adopt(() -> {
            var process = builder.start();
            process.getOutputStream().close();
            var family = new ProcessFamily(List.of(process.toHandle()), mark);
            var output = OutputDrain.of(process.getInputStream(), outputFile);
            return new ServerProcess(
                    process, family, output, removeDirectory ? Optional.of(directory) : Optional.empty());
        });
    }

    /** Waits until it listens on the port. While it works, it is on its way, and gets more time. */
    void awaitListening(int port, Duration timeout) throws ServerUnavailable {
        long began = System.nanoTime();
        long nextConnect = began + TRY_CONNECTING_EVERY_NANOS;
        while (isTimeLeft(began, timeout)) {
            var found = Ports.listeningHere(port);
            if (found.isEmpty() && System.nanoTime() > nextConnect) {
                found = Ports.acceptingHere(port);
                nextConnect = System.nanoTime() + TRY_CONNECTING_EVERY_NANOS;
            }
            if (found.isPresent()) {
                address = found.get();
                inode = Ports.listener(port).map(TcpTable.Row::inode);
                return;
            }
            if (!process.isAlive() && family.isGone()) {
                throw new ServerUnavailable(Message.of("start.ended", port, endInWords()));
            }
            Ports.pauseBeforeNextTry();
        }
        throw new ServerUnavailable(
                Message.of("start.not-in-time", port, timeout.toSeconds(), whereItListens(), output.quoted()));
    }

    private boolean isTimeLeft(long began, Duration timeout) {
        long elapsed = System.nanoTime() - began;
        return elapsed < timeout.toNanos()
                || elapsed < MOST_STARTUP_TIMEOUTS * timeout.toNanos()
                        && elapsed - work.workedNanos() < timeout.toNanos();
    }

    private Message whereItListens() {
        var sockets = family.members().stream()
                .flatMap(member -> ProcessTable.sockets(member.pid()).stream())
                .collect(Collectors.toSet());
        var elsewhere = TcpTable.listeners().stream()
                .flatMap(List::stream)
                .filter(listening -> sockets.contains(listening.inode()))
                .map(listening -> listening.address().getHostAddress() + " port " + listening.port())
                .distinct()
                .collect(Collectors.joining(" and "));
        return elsewhere.isEmpty()
                ? Message.of("start.does-it-listen")
                : Message.of("start.listens-elsewhere", elsewhere);
    }

    long processId() {
        return process.pid();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public boolean isDead() {
        return process.isAlive()
                ? !stillListensWithin(BETWEEN_TWO_SOCKETS)
                : process.exitValue() != 0 || !stillListens();
    }

    @Override
    public Optional<String> death(Duration wait) {
        try {
            // Callers wait only if it may have ended: a process that hangs would cost this time for each scenario.
            process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return isDead() ? Optional.of(endInWords()) : Optional.empty();
    }

    private boolean stillListensWithin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (inode.isPresent() && Ports.listener(address.getPort()).isEmpty()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Ports.pauseBeforeNextTry();
        }
        return true;
    }

    /** A program may start the real server in the background and end itself; then the same socket goes on listening. */
    private boolean stillListens() {
        return inode.isPresent()
                ? Ports.listener(address.getPort()).map(TcpTable.Row::inode).equals(inode)
                : Ports.accepts(address);
    }

    private String endInWords() {
        if (process.isAlive()) {
            return "no longer listens on port %d, though its process still runs".formatted(address.getPort())
                    + output.quoted();
        }
        output.awaitEnd();
        return ExitDescription.of(process.exitValue()) + whoHoldsThePort() + output.quoted();
    }

    private String whoHoldsThePort() {
        return Optional.ofNullable(address)
                .flatMap(known -> Ports.holderInWords(known.getPort()))
                .map(holder -> ", and left its port %d to %s".formatted(address.getPort(), holder))
                .orElse("");
    }

    @Override
    public long workedNanos() {
        return work.workedNanos();
    }

    @Override
    public long printed() {
        return output.count();
    }

    @Override
    public String printedSince(long mark) {
        return output.since(mark);
    }

    @Override
    public boolean endedInPeace() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    @Override
    public Set<Long> processIds() {
        return family.processIds();
    }

    @Override
    public void close() {
        family.end();
        Reaper.forget(this);
        output.awaitEnd();
        ownDirectory.ifPresent(ServerFiles::remove);
    }
}
