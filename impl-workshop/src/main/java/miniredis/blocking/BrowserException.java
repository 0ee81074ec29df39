package miniredis.blocking;

import java.io.IOException;

/**
 * A web browser is on the line, sent here by a malicious page (its request carries {@code POST} or {@code Host:}). Redis hangs up
 * without a word, and so do we, lest a later line of the page's making be run as a command.
 */
final class BrowserException extends IOException {
    BrowserException() {
        super("an HTTP request arrived: hung up on it");
    }
}
