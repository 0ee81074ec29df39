package miniredis.spec.stage;

import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;

/** The servers of a stage. */
public interface Servers extends AutoCloseable {
    /** @throws ServerUnavailable when there is none (any more) */
    Place take() throws ServerUnavailable;

    /** @param unharmed whether the scenario that played on it passed */
    void giveBack(RunningServer server, boolean unharmed);

    /** Ends them all. */
    @Override
    void close();
}
