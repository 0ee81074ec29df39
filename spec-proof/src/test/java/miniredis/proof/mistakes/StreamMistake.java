package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: a connection is a stream of bytes; pieces, packets and sizes. */
public enum StreamMistake implements Mistake {
    PIECES_ARE_ERRORS(plain(2, "A request that has not arrived whole is answered with an error.")
            .caughtBy("FRAG-01", "FRAG-02")
            .hint("part of a request")
            .look("what the parser does at the end of the buffer: not enough yet is not wrong")),
    PIECES_ARE_FORGOTTEN(plain(2, "A request that has not arrived whole is thrown away.")
            .caughtBy("FRAG-01")
            .hint("part of a request")
            .look("the buffer: keep what is left of it, and append what the next read brings")),
    PIECES_ARE_REQUESTS(plain(2, "Whatever one read brings is answered with one PONG.")
            .caughtBy("FRAG-01", "REPLY-02")
            .look("a read brings some bytes, not a request")),
    VALUE_IN_ONE_READ(
            plain(2, "A value is what one read brings of it; the rest is zero bytes.")
                    .caughtBy("FRAG-01")
                    .hint("part of a request")
                    .look(
                            "read(buffer) may bring less than asked for: loop, or readFully, readNBytes, io.ReadFull, recv_exact")),
    NUMBER_ENDS_WITH_THE_PACKET(plain(2, "A length that is cut is taken for what has come of it.")
            .caughtBy("FRAG-04")
            .look("a number is complete at its CRLF, not at the end of the buffer")),
    CR_AND_LF_IN_ONE_READ(plain(2, "CR and LF are found only when they arrive together.")
            .caughtBy("FRAG-03")
            .look("the search for \\r\\n: the \\n may come with the next read")),
    DECODES_EACH_READ(plain(2, "What each read brings is decoded by itself, so a letter that is cut is lost.")
            .caughtBy("BULK-10.1", "FRAG-06")
            .look("collect bytes first, decode whole values only, if at all")),
    ANSWERS_HALF_A_REQUEST(plain(2, "PING is answered as soon as its first letters are there.")
            .caughtBy("FRAG-09")
            .hint("unasked reply")
            .look("a request is complete with its last byte, not when it can be guessed")),
    ANSWERS_BEFORE_THE_LINE_END(exact(2, "A request is carried out before its last line end has come.")
            .caughtBy("FRAG-10")
            .hint("unasked reply")
            .look("the CRLF behind the last argument: wait for it, or it will stand before the next request")),
    SHARES_ITS_PARSER(plain(2, "All connections collect their arguments in the same list.")
            .caughtBy("FRAG-11", "MANY-03")
            .mixed()
            .look("static, global or class variables of the parser: each connection needs its own")),
    ONE_REQUEST_A_READ(plain(2, "After a request the rest of what was read is thrown away.")
            .silent()
            .caughtBy("PIPE-01")
            .hint("one read, one request")
            .look("the buffer after a request: go on parsing until no whole request is left")),
    ONE_REPLY_A_READ(plain(2, "Of several requests in one read only the last is answered.")
            .silent()
            .caughtBy("PIPE-01")
            .hint("one read, one request")
            .look("where the reply is written: once for each request")),
    ANSWERS_OUT_OF_ORDER(plain(2, "GET is answered by another thread, when the others are done.")
            .caughtBy("PIPE-02")
            .look("requests of a connection are carried out one after another")),
    READS_ON_WHILE_THE_BUFFER_IS_FULL(plain(2, "The server reads on as long as its buffer comes back full.")
            .silent()
            .caughtBy("PIPE-04")
            .hint("silence")
            .look("while (n == buffer.length) waits for bytes that may never come: parse what is there")),
    A_THOUSAND_REQUESTS_A_READ(
            plain(2, "A list for the requests of one read has room for a thousand; the rest is lost.")
                    .silent()
                    .caughtBy("PIPE-05")
                    .hint("one read, one request")
                    .look("fixed arrays in the parser")),
    BUFFER_OF_4096(plain(2, "A request that does not fit into 4096 bytes ends the connection.")
            .closes()
            .caughtBy("PIPE-06", "SIZE-01.3")
            .hint("closed")
            .look("the buffer for a request has to grow")),
    BUFFER_OF_65536(plain(2, "A request that does not fit into 65536 bytes ends the connection.")
            .closes()
            .caughtBy("SIZE-01.5")
            .hint("closed")
            .look("the buffer for a request has to grow")),
    ERROR_DROPS_THE_REST(plain(2, "After an error the rest of what was read is thrown away.")
            .silent()
            .caughtBy("PIPE-07")
            .hint("one read, one request")
            .look("what happens after a command has failed: go on with the next request in the buffer")),
    WAITS_FOR_THE_WHOLE_BATCH(plain(2, "Nothing is answered while half a request is in the buffer.")
            .silent()
            .caughtBy("PIPE-08")
            .hint("silence")
            .look("write the replies you have before you wait for more")),
    FORGETS_THE_HALF(plain(2, "Half a request behind a whole one is thrown away.")
            .caughtBy("PIPE-09", "PIPE-05")
            .mixed()
            .look("the buffer after a request: keep what is left")),
    FORGETS_REQUESTS_AT_THE_END(
            plain(2, "When the input ends, requests that were read but not carried out are forgotten.")
                    .closes()
                    .caughtBy("PIPE-10")
                    .hint("closed")
                    .look("the end of the input: first carry out what was read, then close")),
    LENGTH_IN_16_BITS(plain(2, "Lengths are kept in 16 bits.")
            .caughtBy("SIZE-01.5")
            .look("short, uint16: lengths go up to 536870912")),
    WRITES_AT_MOST_65536(plain(2, "Of a long reply only the first 65536 bytes are sent.")
            .silent()
            .caughtBy("SIZE-01.5")
            .hint("reply cut")
            .look("write and send may take less than they are given: loop, or write_all, sendall")),
    AT_MOST_A_MEGABYTE(plain(2, "Values of more than a megabyte are refused.")
            .caughtBy("SIZE-01.8")
            .look("the limit for lengths is 536870912")),
    AT_MOST_A_HUNDRED_ARGUMENTS(plain(2, "A request of more than a hundred arguments ends the connection.")
            .closes()
            .caughtBy("SIZE-02")
            .hint("closed")
            .look("the limit for the number of elements is 2147483647")),
    COUNT_HAS_ONE_DIGIT(plain(2, "Only the first digit of the number of elements is read.")
            .caughtBy("SIZE-02")
            .look("a number is all that stands before its CRLF")),
    LOOKS_FOR_PING_ANYWHERE(plain(2, "The server searches the request for the word PING.")
            .caughtBy("REQ-04")
            .look("the first element is the command; the others are data")),
    LENGTH_HAS_ONE_DIGIT(plain(2, "Only the first digit of a length is read.")
            .caughtBy("REPLY-02", "REQ-02")
            .look("a number is all that stands before its CRLF")),
    TAKES_MEMORY_FOR_THE_LENGTH(exact(2, "The memory for an announced length is taken at once, more than there is.")
            .closes()
            .caughtBy("SIZE-04")
            .hint("closed")
            .look("let the buffer grow with the bytes that arrive")),
    AT_MOST_A_HUNDRED_MEGABYTES(exact(2, "Values of more than a hundred megabytes are refused.")
            .caughtBy("SIZE-04")
            .look("the limit for lengths is 536870912")),
    TAKES_MEMORY_FOR_THE_COUNT(exact(2, "The memory for an announced number of elements is taken at once.")
            .closes()
            .caughtBy("SIZE-05")
            .hint("closed")
            .look("let the list grow with the elements that arrive"));

    private final Entry entry;

    StreamMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
