package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 1: accepting clients, keeping them apart, and letting them go. */
public enum ConnectionMistake implements Mistake {
    CLOSES_AFTER_ONE_REPLY(plain(1, "The server closes the connection after one reply, as web servers once did.")
            .closes()
            .caughtBy("TCP-02")
            .hint("closed")
            .look("the loop around read, execute and write: it belongs inside the connection")),
    A_HUNDRED_REQUESTS_A_CONNECTION(plain(1, "A connection is closed after a hundred requests, as web servers do.")
            .closes()
            .caughtBy("PIPE-04", "PIPE-05")
            .look("a limit taken over from HTTP: keep a connection until the client disconnects")),
    ANSWERS_ONLY_ONCE(plain(1, "The server reads only once from each connection.")
            .silent()
            .caughtBy("TCP-02")
            .hint("silence")
            .look("the loop around read, execute and write: it is missing")),
    GREETS(plain(1, "The server sends a greeting to a client that has not sent a request.")
            .caughtBy("TCP-01", "TCP-03")
            .hint("greeting")
            .look("what is sent right after accept: there should be nothing")),
    HANGS_UP_ON_THE_SILENT(plain(1, "The server closes a connection on which nothing has arrived yet.")
            .closes()
            .caughtBy("TCP-04", "TCP-01", "TCP-02", "MANY-03", "MANY-05")
            .hint("closed")
            .look("a read that times out, or a non-blocking read of nothing, which is not the end of the input; "
                    + "and at the accept loop: it must not close a socket that a thread serves")),
    ONE_CLIENT_AT_A_TIME(
            plain(1, "The next client is accepted only when the previous one has disconnected.")
                    .silent()
                    .caughtBy("MANY-01")
                    .hint("silence")
                    .look(
                            "the accept loop: it should hand each connection to a thread (or a selector) and continue accepting")),
    ACCEPTS_ONE_CLIENT_EVER(plain(1, "The server accepts one client, and never another.")
            .silent()
            .caughtBy("MANY-01", "TCP-01")
            .hint("silence for all")
            .look("accept: it belongs in a loop")),
    REPLIES_TO_THE_NEWEST_CLIENT(plain(1, "All replies go to the client that connected last.")
            .silent()
            .caughtBy("MANY-02")
            .hint("silence")
            .look("the socket to write to: a field that each new client overwrites should be a local variable")),
    REPLIES_TO_EVERYBODY(plain(1, "Each reply is sent to all clients.")
            .caughtBy("MANY-01", "MANY-04")
            .hint("unasked reply")
            .look("the loop that writes to all clients: a reply goes only to the client that sent the request")),
    SERVES_TEN_CLIENTS(plain(1, "A pool of ten threads serves ten clients; the eleventh waits.")
            .silent()
            .caughtBy("MANY-03")
            .look("the size of the thread pool: each connection keeps its thread until it ends")),
    SHARES_ITS_REPLY_BUFFER(plain(1, "All connections build their replies in the same buffer.")
            .mixed()
            .caughtBy("MANY-03", "MANY-01")
            .look("a static or shared buffer for replies: each connection needs its own")),
    NEVER_GIVES_CONNECTIONS_BACK(
            plain(1, "Connections that ended are never released, and after 100 the server has none left.")
                    .silent()
                    .caughtBy("MANY-05")
                    .hint("silence for all")
                    .look("the end of a connection: close the socket and end its thread, whatever happened before")),
    READS_BEFORE_IT_ACCEPTS_THE_NEXT(
            plain(1, "The accept loop waits for a client's first request before it accepts the next client.")
                    .silent()
                    .caughtBy("SLOW-01")
                    .hint("silence")
                    .look("the accept loop: it should accept, and nothing else")),
    LOCKED_WHILE_A_REQUEST_ARRIVES(
            plain(1, "While a request arrives piece by piece, no other client is served.")
                    .silent()
                    .caughtBy("SLOW-02")
                    .hint("silence")
                    .look(
                            "the lock, or the loop, that waits for the rest of a request: meanwhile other clients must be served")),
    LOCKED_WHILE_IT_WRITES(plain(1, "Replies are written under a lock that all connections share.")
            .silent()
            .caughtBy("SIZE-03")
            .look("the lock around the command: it should not be held while the reply is written to a slow client")),
    ENDS_WHEN_A_CLIENT_LEAVES(plain(1, "The server exits when a client closes its connection.")
            .dies()
            .caughtBy("MANY-05", "LEAVE-01", "TCP-01")
            .hint("death")
            .look("what happens when read returns -1 (or nothing): this client has disconnected, and only this one")),
    ENDS_WHEN_HALF_A_REQUEST_IS_LEFT(plain(1, "The server exits when a client disconnects in the middle of a request.")
            .dies()
            .caughtBy("LEAVE-03", "SLOW-02")
            .hint("death")
            .look("the end of the input inside the parser: an exception there must end only this connection")),
    ENDS_ON_A_RESET(plain(1, "The server exits when a connection is reset.")
            .dies()
            .caughtBy("LEAVE-04")
            .hint("death")
            .look("the exception of read: catch it for each connection")),
    ENDS_ON_A_RESET_IN_A_REQUEST(plain(1, "The server exits when a connection is reset in the middle of a request.")
            .dies()
            .caughtBy("LEAVE-05")
            .hint("death")
            .look("every read, including those inside the parser: any of them can fail")),
    ENDS_ON_A_FAILED_WRITE(plain(1, "The server exits when it writes to a client that has disconnected.")
            .dies()
            .caughtBy("LEAVE-06", "SLOW-03")
            .hint("death")
            .look("the exception of write; in C, ignore SIGPIPE")),
    STOPS_ACCEPTING_AFTER_A_RESET(
            plain(1, "When a connection is reset, the server keeps running but accepts no more clients.")
                    .refuses()
                    .caughtBy("LEAVE-04")
                    .look("where the exception of a connection ends up: it should not leave the accept loop")),
    A_RESET_CLOSES_ALL(plain(1, "When one connection is reset, all are closed.")
            .closes()
            .caughtBy("LEAVE-07")
            .hint("closed")
            .look("the clean-up after an error: it should affect only one connection")),
    FORGETS_REPLIES_AT_THE_END(plain(1, "Replies that wait to be written are lost when the client stops sending.")
            .closes()
            .caughtBy("LEAVE-08", "PIPE-10")
            .hint("closed")
            .look("the end of the input: first write what is still waiting, then close")),
    NEVER_CLOSES(
            plain(1, "When a client has stopped sending, the server never closes the connection.")
                    .staysOpen()
                    .caughtBy("LEAVE-09")
                    .hint("not closed")
                    .look(
                            "read returning -1 (in Python b''): leave the loop and close; reading again returns the same every time")),
    NEVER_CLOSES_HALF_A_REQUEST(
            plain(1, "When the input ends in the middle of a request, the server never stops waiting for the rest.")
                    .staysOpen()
                    .caughtBy("LEAVE-10")
                    .hint("not closed")
                    .look("the end of the input inside the parser: the rest will never come"));

    private final Entry entry;

    ConnectionMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
