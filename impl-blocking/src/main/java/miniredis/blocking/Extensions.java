package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/**
 * What a server can do beyond the six commands. This package knows nothing of it but this interface: the workshop's skeleton is
 * without, and impl-blocking has a package for it, which is found as a service.
 */
public interface Extensions {
    /** Whoever is there; nobody in the workshop. */
    static Optional<Extensions> find() {
        return ServiceLoader.load(Extensions.class).findFirst();
    }

    /**
     * Begins, before the first client comes.
     *
     * @param metricsPort where to serve metrics over HTTP
     * @throws IOException if that port is taken
     */
    void begin(Core core, OptionalInt metricsPort) throws IOException;

    /** A client has come. */
    Dialogue welcome(Peer peer);

    /** What one client says and hears. */
    interface Dialogue {
        /** Carries out a request. */
        Reply execute(List<Bytes> request);

        /** Writes a reply in the client's protocol. */
        void write(Reply reply, OutputStream out) throws IOException;

        /** The client has left. */
        void end();
    }
}
