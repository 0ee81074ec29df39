package miniredis.spec.server;

import java.nio.file.Path;
import java.time.Duration;

/** A server that can be started (or reached) to be judged by the specification. */
public interface ServerUnderTest {
    /** How reports call it. */
    String name();

    /** How it was named on the command line, to be repeated there: {@code --command '...'} or {@code --address ...}. */
    String commandLine();

    /**
     * Starts it and waits until it accepts connections.
     *
     * @param output the file that gets what it prints
     * @throws ServerUnavailable when it is not available, saying why and what to do
     */
    RunningServer start(Path output) throws ServerUnavailable;

    /** How long it may take from a start to its first answer. */
    default Duration startupTimeout() {
        return Duration.ZERO;
    }

    /** How many of it may run at the same time: 1 where the port is fixed or the server was started elsewhere. */
    int atOnce();

    /** Whether {@link #start} makes a new process, with no memory of what went before. */
    boolean startsAfresh();
}
