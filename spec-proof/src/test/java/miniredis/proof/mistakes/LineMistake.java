package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 1: the first reply, and how its line is written. */
public enum LineMistake implements Mistake {
    LF_ALONE(plain(1, "Lines of replies end with \\n alone.")
            .caughtBy("TCP-01")
            .hint("LF alone")
            .look("println, echo or \"\\n\": RESP requires \\r\\n, on every system")),
    NO_LINE_END(plain(1, "The line end after PONG is missing.")
            .caughtBy("TCP-01")
            .hint("no line end")
            .look("the function that writes a simple string")),
    NO_TYPE(plain(1, "PONG is sent without the + before it.")
            .caughtBy("TCP-01")
            .hint("no type byte")
            .look("the function that writes a simple string: its first byte is +")),
    ESCAPES_AS_TEXT(plain(1, "The backslashes of \\r\\n are sent as characters.")
            .caughtBy("TCP-01")
            .hint("escapes as text")
            .look("a raw string, single quotes in a shell or PHP, or one backslash too many")),
    EVERY_REPLY_TWICE(plain(1, "Every reply is sent twice.")
            .caughtBy("TCP-01")
            .hint("answered twice")
            .look("two places that write the same reply, or a buffer that is not emptied after it was written")),
    ZERO_BYTE_AT_THE_END(plain(1, "A zero byte follows every reply.")
            .caughtBy("TCP-01")
            .hint("zero byte")
            .look("sizeof in C, which counts the closing zero of a string; strlen does not")),
    SPEAKS_HTTP(plain(1, "The server replies as a web server does.")
            .caughtBy("TCP-01")
            .hint("HTTP")
            .look("which program listens on the port")),
    ECHOES(plain(1, "The server sends back what it received.")
            .caughtBy("TCP-01")
            .hint("echo")
            .look("what is written: the reply, not the buffer that was read")),
    NEVER_FLUSHES(plain(1, "Replies stay in a buffer that is written only when it is full.")
            .silent()
            .caughtBy("TCP-01")
            .hint("silence for all")
            .look("a buffered stream: flush it after the reply")),
    ANSWERS_EVERY_LINE(plain(1, "Each line of a request is answered: three PONGs for one PING.")
            .caughtBy("TCP-01")
            .hint("twice")
            .look("the end of a request: *1, $4 and PING are three lines, but one request"));

    private final Entry entry;

    LineMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
