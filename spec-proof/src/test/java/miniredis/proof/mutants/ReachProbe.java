package miniredis.proof.mutants;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jacoco.agent.rt.RT;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.runtime.RemoteControlReader;
import org.jacoco.core.runtime.RemoteControlWriter;

/** JaCoCo's agent in a running server: it reports which lines were run since the last time. */
final class ReachProbe implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Path marked;
    private final ServerSocket listener;
    private Socket agent;
    private RemoteControlWriter questions;
    private RemoteControlReader answers;

    /** @param marked the server's jar, with {@link LineBeginnings} */
    ReachProbe(Path marked) throws IOException {
        this.marked = marked;
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The option for the server's JVM. */
    String option() {
        var agentJar = Path.of(
                RT.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        return "'-javaagent:%s=output=tcpclient,address=127.0.0.1,port=%d,includes=miniredis.*'"
                .formatted(agentJar, listener.getLocalPort());
    }

    /** Waits for the agent, which comes when its server starts. */
    void connect() throws IOException {
        agent = listener.accept();
        agent.setSoTimeout(PATIENCE_MILLIS);
        questions = new RemoteControlWriter(agent.getOutputStream());
        answers = new RemoteControlReader(agent.getInputStream());
    }

    /** The places, as in {@link Reach}, that were run since the last call. */
    Set<String> reached() throws IOException {
        var data = new ExecutionDataStore();
        answers.setSessionInfoVisitor(new SessionInfoStore());
        answers.setExecutionDataVisitor(data);
        questions.visitDumpCommand(true, true);
        if (!answers.read()) {
            throw new IOException("The server ended while its lines were asked for.");
        }
        return places(data, LineBeginnings::hasBegun);
    }

    /** All lines that exist. */
    Set<String> known() throws IOException {
        return places(new ExecutionDataStore(), LineBeginnings::exists);
    }

    private Set<String> places(ExecutionDataStore data, BiPredicate<IClassCoverage, Integer> isMeant)
            throws IOException {
        var builder = new CoverageBuilder();
        new Analyzer(data, builder).analyzeAll(marked.toFile());
        var places = new HashSet<String>();
        for (var type : builder.getClasses()) {
            for (int line = 1; line <= LineBeginnings.last(type); line++) {
                if (isMeant.test(type, line)) {
                    places.add(type.getName() + ":" + line);
                }
            }
        }
        data.getContents().stream().filter(type -> type.hasHits()).forEach(type -> places.add(type.getName()));
        return places;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (agent != null) {
            agent.close();
        }
    }
}
