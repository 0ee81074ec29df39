package miniredis.proof.faults;

import java.io.IOException;

/** What ends a request, a connection, or by mistake the server. */
final class Broken {
    private Broken() {}

    /** The bytes are not a request. The connection is closed after the message. */
    static final class Request extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean harmless;

        Request(String message) {
            this(message, false);
        }

        /** @param harmless whether the connection stays open by mistake */
        Request(String message, boolean harmless) {
            super(message);
            this.harmless = harmless;
        }

        /** A browser is disconnected without a message. */
        static Request silent() {
            return new Request(null, false);
        }

        boolean isSilent() {
            return getMessage() == null;
        }

        boolean isHarmless() {
            return harmless;
        }
    }

    /** By mistake: the part of a request that has arrived is discarded, and the connection stays open. */
    static final class Forgotten extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** By mistake: an exception that ends the connection without a reply. */
    static final class Closing extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** By mistake: an exception that ends the server. */
    static final class ServerEnds extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
