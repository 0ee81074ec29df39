package miniredis.blocking;

import java.io.IOException;

/**
 * The client is a web browser, sent here by a malicious page: its request contains {@code POST} or {@code Host:}. Redis
 * disconnects it without a reply, and so does this server. Otherwise a later line that the page wrote could run as a command.
 */
final class BrowserException extends IOException {
    BrowserException() {
        super("an HTTP request arrived: hung up on it");
    }
}
