package miniredis.spec.exploration;

import java.io.IOException;
import miniredis.spec.model.Reply;

/** The server that is explored, as far as conversations and histories need it. */
public interface Target {
    /** @throws IOException if the server takes no connection */
    Connection connect() throws IOException;

    /** Milliseconds since 1970, on the clock that lifetimes are compared with. */
    default long now() {
        return System.currentTimeMillis();
    }

    default void pause(long milliseconds) throws InterruptedException {
        Thread.sleep(milliseconds);
    }

    /** One connection. It is used by one thread at a time. */
    interface Connection extends AutoCloseable {
        /**
         * Sends these bytes, one a character, immediately.
         *
         * @throws IOException if the connection has ended
         */
        void send(String bytes) throws IOException;

        /**
         * The next reply or message.
         *
         * @throws java.net.SocketTimeoutException if none comes for as long as this target is patient
         * @throws IOException if the connection has ended, or what came is not a reply
         */
        Reply receive() throws IOException;

        /** Disconnects, and waits for a moment until the server has noticed. */
        default void hangUp() {
            close();
        }

        @Override
        void close();
    }
}
