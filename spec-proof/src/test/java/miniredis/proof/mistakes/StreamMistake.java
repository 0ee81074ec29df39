package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: a connection is a stream of bytes; pieces, packets and sizes. */
public enum StreamMistake implements Mistake {
    PIECES_ARE_ERRORS(plain(2, "An incomplete request is answered with an error.")
            .caughtBy("FRAG-01", "FRAG-02")
            .hint("part of a request")
            .look("what the parser does at the end of the buffer: incomplete is not incorrect")),
    PIECES_ARE_FORGOTTEN(plain(2, "An incomplete request is discarded.")
            .caughtBy("FRAG-01")
            .hint("part of a request")
            .look("the buffer: keep what is left in it, and append what the next read returns")),
    PIECES_ARE_REQUESTS(plain(2, "Whatever one read returns is answered with one PONG.")
            .caughtBy("FRAG-01", "REPLY-02")
            .look("what a read returns: some bytes, not a request")),
    VALUE_IN_ONE_READ(
            plain(2, "A value is read with a single read; what has not arrived by then becomes zero bytes.")
                    .caughtBy("FRAG-01")
                    .hint("part of a request")
                    .look(
                            "read(buffer), which may return less than requested: use a loop, readFully, readNBytes, io.ReadFull or recv_exact")),
    NUMBER_ENDS_WITH_THE_PACKET(
            plain(2, "If only the first digits of a length have arrived, they are taken for all of it.")
                    .caughtBy("FRAG-04")
                    .look("the end of a number: its CRLF, not the end of the buffer")),
    CR_AND_LF_IN_ONE_READ(plain(2, "CR and LF are found only when they arrive together.")
            .caughtBy("FRAG-03")
            .look("the search for \\r\\n: the \\n may arrive with the next read")),
    DECODES_EACH_READ(plain(2, "Each read is decoded separately, so a character that is cut is lost.")
            .caughtBy("BULK-10.1", "FRAG-06")
            .look("the decoding: collect bytes first, decode only whole values, if at all")),
    ANSWERS_HALF_A_REQUEST(plain(2, "PING is answered as soon as its first letters have arrived.")
            .caughtBy("FRAG-09")
            .hint("unasked reply")
            .look("the end of a request: it is complete with its last byte, not when it can be guessed")),
    ANSWERS_BEFORE_THE_LINE_END(exact(2, "A request is executed before its last line end has arrived.")
            .caughtBy("FRAG-10")
            .hint("unasked reply")
            .look("the CRLF after the last argument: wait for it, or it will come before the next request")),
    SHARES_ITS_PARSER(plain(2, "All connections collect their arguments in the same list.")
            .caughtBy("FRAG-11", "MANY-03")
            .mixed()
            .look("static, global or class variables of the parser: each connection needs its own")),
    ONE_REQUEST_A_READ(plain(2, "After a request, the rest of what was read is discarded.")
            .silent()
            .caughtBy("PIPE-01")
            .hint("one read, one request")
            .look("the buffer after a request: keep parsing until no whole request is left")),
    ONE_REPLY_A_READ(plain(2, "Only the last of several requests in one read is answered.")
            .silent()
            .caughtBy("PIPE-01")
            .hint("one read, one request")
            .look("where the reply is written: once for each request")),
    ANSWERS_OUT_OF_ORDER(plain(2, "GET is answered by another thread, after the other requests.")
            .caughtBy("PIPE-02")
            .look("the order: requests of a connection are executed one after another")),
    READS_ON_WHILE_THE_BUFFER_IS_FULL(plain(2, "The server keeps reading as long as its buffer comes back full.")
            .silent()
            .caughtBy("PIPE-04")
            .hint("answered late")
            .look("while (n == buffer.length), which waits for bytes that may never come: parse what is there")),
    A_THOUSAND_REQUESTS_A_READ(
            plain(2, "A list for the requests of one read has room for a thousand; the rest is lost.")
                    .silent()
                    .caughtBy("PIPE-05")
                    .look("fixed arrays in the parser")),
    BUFFER_OF_4096(plain(2, "A request that does not fit into 4096 bytes ends the connection.")
            .closes()
            .caughtBy("PIPE-06", "SIZE-01.3")
            .look("the buffer for a request: it must grow")),
    BUFFER_OF_65536(plain(2, "A request that does not fit into 65536 bytes ends the connection.")
            .closes()
            .caughtBy("SIZE-01.5")
            .look("the buffer for a request: it must grow")),
    ERROR_DROPS_THE_REST(plain(2, "After an error, the rest of what was read is discarded.")
            .silent()
            .caughtBy("PIPE-07")
            .hint("one read, one request")
            .look("what happens after a command has failed: continue with the next request in the buffer")),
    WAITS_FOR_THE_WHOLE_BATCH(plain(2, "Nothing is answered while half a request is in the buffer.")
            .silent()
            .caughtBy("PIPE-08")
            .look("the waiting: write the replies you have before you wait for more")),
    FORGETS_THE_HALF(plain(2, "Half a request after a whole one is discarded.")
            .caughtBy("PIPE-09", "PIPE-05")
            .mixed()
            .look("the buffer after a request: keep what is left")),
    FORGETS_REQUESTS_AT_THE_END(plain(2, "When the input ends, requests that were read but not executed are lost.")
            .closes()
            .caughtBy("PIPE-10")
            .look("the end of the input: first execute what was read, then close")),
    LENGTH_IN_16_BITS(plain(2, "Lengths are stored in 16 bits.")
            .caughtBy("SIZE-01.5")
            .look("short, uint16: lengths go up to 536870912")),
    WRITES_AT_MOST_65536(plain(2, "Only the first 65536 bytes of a long reply are sent.")
            .silent()
            .caughtBy("SIZE-01.5")
            .hint("reply cut")
            .look("write and send, which may take less than they are given: use a loop, write_all or sendall")),
    AT_MOST_A_MEGABYTE(plain(2, "Values of more than a megabyte are rejected.")
            .caughtBy("SIZE-01.8")
            .look("the limit for lengths: 536870912")),
    AT_MOST_A_HUNDRED_ARGUMENTS(plain(2, "A request of more than a hundred arguments ends the connection.")
            .closes()
            .caughtBy("SIZE-02")
            .hint("closed")
            .look("the limit for the number of elements: 2147483647")),
    COUNT_HAS_ONE_DIGIT(plain(2, "Only the first digit of the number of elements is read.")
            .caughtBy("SIZE-02")
            .look("the number: it is everything before its CRLF")),
    LOOKS_FOR_PING_ANYWHERE(plain(2, "The server searches the request for the word PING.")
            .caughtBy("REQ-04")
            .look("the first element: it is the command; the others are data")),
    LENGTH_HAS_ONE_DIGIT(plain(2, "Only the first digit of a length is read.")
            .caughtBy("REPLY-02", "REQ-02")
            .look("the number: it is everything before its CRLF")),
    TAKES_MEMORY_FOR_THE_LENGTH(
            exact(2, "The memory for an announced length is allocated immediately, more than there is.")
                    .closes()
                    .caughtBy("SIZE-04")
                    .hint("closed")
                    .look("the buffer: let it grow with the bytes that arrive")),
    AT_MOST_A_HUNDRED_MEGABYTES(exact(2, "Values of more than a hundred megabytes are rejected.")
            .caughtBy("SIZE-04")
            .look("the limit for lengths: 536870912")),
    TAKES_MEMORY_FOR_THE_COUNT(exact(2, "The memory for an announced number of elements is allocated immediately.")
            .closes()
            .caughtBy("SIZE-05")
            .hint("closed")
            .look("the list: let it grow with the elements that arrive"));

    private final Entry entry;

    StreamMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
