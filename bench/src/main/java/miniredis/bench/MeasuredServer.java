package miniredis.bench;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import miniredis.spec.proc.ProcessTable;
import miniredis.spec.server.RunningServer;

/** A server that is being measured: running, and its processes known. */
final class MeasuredServer implements AutoCloseable {
    private final String name;
    private final RunningServer server;
    private final Set<Long> processes;

    MeasuredServer(String name, RunningServer server) {
        this.name = name;
        this.server = server;
        this.processes = server.processIds();
    }

    String name() {
        return name;
    }

    InetSocketAddress address() {
        return server.address();
    }

    /** Processor time used so far, NaN where that is unknown. */
    double processorSeconds() {
        return sum(ProcessorTime::of);
    }

    /** Resident memory; NaN where that is unknown. */
    double residentBytes() {
        return sum(ProcessTable::residentBytes);
    }

    private double sum(LongToDoubleFunction ofProcess) {
        return processes.isEmpty()
                ? Double.NaN
                : processes.stream().mapToDouble(ofProcess::applyAsDouble).sum();
    }

    /** The reason in full: that the server has died says more than that a connection broke. */
    String explain(Exception failure) {
        return server.death(RunningServer.TIME_TO_NOTICE_A_DEATH)
                .map(how -> "the server " + how)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    @Override
    public void close() {
        server.close();
    }
}
