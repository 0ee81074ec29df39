package miniredis.spec.wire;

/** How waiting for a server's bytes ended. The differences help to find the mistake, so they are kept apart. */
public enum Ending {
    /** What was waited for arrived. */
    ANSWERED,
    /** What came can't become a reply, whatever follows. */
    NOT_RESP,
    /** Nothing (more) came, and the connection stayed open. */
    SILENT,
    /** The server closed the connection in good order (FIN). */
    CLOSED,
    /** The connection was reset (RST): the server closed it with unread bytes, or its process ended. */
    RESET,
    /** Nothing listens on the port. */
    REFUSED,
    /** A program listens, but did not accept the connection in time. */
    NOT_ACCEPTED,
    /** The server did not take the bytes that were sent to it. */
    STUCK,
    /** Far more bytes came than anything asked for. */
    FLOODED,
    /** The server worked and worked, but what was waited for did not come in time; or the scenario took too long. */
    SLOW;

    /** Whether the server ended the connection, in good order or not. */
    public boolean isByServer() {
        return this == CLOSED || this == RESET;
    }
}
