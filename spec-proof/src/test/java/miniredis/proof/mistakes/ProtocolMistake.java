package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: empty requests, and requests that break the protocol. */
public enum ProtocolMistake implements Mistake {
    EMPTY_ARRAY_IS_AN_ERROR(plain(2, "An array without elements is answered with an error.")
            .caughtBy("REQ-05.1")
            .hint("empty request")
            .look("empty arrays: no elements, no request, no reply")),
    EMPTY_ARRAY_CLOSES(plain(2, "An array without elements has no first element, which raises an exception.")
            .closes()
            .caughtBy("REQ-05.1")
            .hint("closed")
            .look("arguments[0] of an empty list")),
    NEGATIVE_ARRAY_IS_AN_ERROR(plain(2, "An array of -1 elements is rejected.")
            .caughtBy("REQ-05.2")
            .hint("empty request")
            .look("negative numbers of elements: each of them means an empty array")),
    LINE_END_IS_CHECKED(exact(2, "The two bytes after an argument must be CR and LF.")
            .caughtBy("REQ-06")
            .look("the two bytes after an argument: Redis skips them without a check")),
    COUNT_BY_ATOI(plain(2, "A number of elements that is not a number counts as 0.")
            .silent()
            .caughtBy("PROTO-01")
            .hint("passed over")
            .look("atoi, or an exception caught and turned into 0")),
    LENGTH_BY_ATOI(plain(2, "A length that is not a number counts as 0.")
            .silent()
            .caughtBy("PROTO-04", "PROTO-05.2")
            .hint("waits for the rest")
            .look("atoi, or an exception caught and turned into 0")),
    NULL_IS_AN_ARGUMENT(plain(2, "An argument of length -1 counts as null, or as empty.")
            .caughtBy("PROTO-02", "PROTO-05.4")
            .hint("waits for the rest")
            .silent()
            .look("negative lengths: null is for replies; in a request no length is negative")),
    NEGATIVE_LENGTH_CRASHES(plain(2, "An argument of length -1 raises an exception, and no error is sent.")
            .closes()
            .caughtBy("PROTO-02")
            .hint("closed")
            .look("new byte[-1]: check the length before you use it")),
    SIMPLE_STRINGS_ARE_ARGUMENTS(plain(2, "An element of a request may be a simple string.")
            .caughtBy("PROTO-03")
            .look("the first byte of each element: it must be $")),
    FIRST_BYTE_IS_SKIPPED(exact(2, "The first byte of an element is skipped without a check.")
            .caughtBy("PROTO-12.1")
            .look("the first byte of each element: it must be $")),
    CLOSES_WITHOUT_A_WORD(plain(2, "After a broken request, the connection is closed without an error.")
            .closes()
            .caughtBy("PROTO-01")
            .hint("closed")
            .look("the order: send the error before closing")),
    BROKEN_REQUEST_ENDS_THE_SERVER(plain(2, "A number that cannot be parsed makes the server exit.")
            .dies()
            .caughtBy("PROTO-01")
            .hint("death")
            .look("the exception of the number parser: it should affect only this client")),
    FORGETS_WHAT_CAME_BEFORE(plain(2, "Replies that were not written yet are lost when a broken request follows.")
            .caughtBy("PROTO-04")
            .look("the place of the error: after the replies that are waiting")),
    GOES_ON_AFTER_A_BROKEN_REQUEST(
            plain(2, "After a broken request, the connection stays open.")
                    .staysOpen()
                    .caughtBy("PROTO-05.1")
                    .hint("not closed")
                    .look(
                            "the connection after a broken request: close it, because the server can't tell where the next request begins")),
    FINISHES_THE_PACKET(plain(2, "Requests that follow a broken one in the same packet are still executed.")
            .caughtBy("PROTO-06")
            .hint("twice")
            .look("the rest of the buffer: execute nothing more after a broken request")),
    BROKEN_REQUEST_CLOSES_ALL(plain(2, "A broken request closes the connections of all clients.")
            .closes()
            .caughtBy("PROTO-08")
            .hint("closed")
            .look("the clean-up after an error: it should affect only one connection")),
    EVERY_ERROR_CLOSES(
            plain(2, "After any error, the connection is closed.")
                    .closes()
                    .caughtBy("PIPE-07", "PROTO-09.1")
                    .hint("closed")
                    .look(
                            "the kind of error: close after a request that cannot be parsed, not after one that cannot be executed")),
    COUNT_WITH_PLUS(exact(2, "A number of elements may have a plus sign.")
            .silent()
            .caughtBy("PROTO-10.2")
            .hint("waits for the rest")
            .look("Long.parseLong and strconv.Atoi: they accept +1")),
    COUNT_WITH_ZEROS(exact(2, "A number of elements may begin with 0.")
            .silent()
            .caughtBy("PROTO-10.3")
            .hint("waits for the rest")
            .look("number parsers: they accept 01; print the number again and compare")),
    COUNT_WITH_SPACES(exact(2, "A number of elements may have spaces around it.")
            .silent()
            .caughtBy("PROTO-10.4")
            .hint("waits for the rest")
            .look("int(), strtol and trim: they accept spaces")),
    COUNT_WITHOUT_LIMIT(exact(2, "A number of elements may have 64 bits.")
            .silent()
            .caughtBy("PROTO-10.5")
            .hint("waits for the rest")
            .look("the limit: at most 2147483647")),
    LENGTH_WITH_ZEROS(exact(2, "A length may begin with 0.")
            .silent()
            .caughtBy("PROTO-11.4")
            .hint("waits for the rest")
            .look("number parsers: they accept 04; print the number again and compare")),
    NO_LENGTH_IS_ZERO(exact(2, "A missing length counts as 0.")
            .silent()
            .caughtBy("PROTO-11.3")
            .hint("waits for the rest")
            .look("Number(\"\") and atoi(\"\"): they are 0")),
    LENGTH_WITHOUT_LIMIT(exact(2, "A length may be larger than 512 megabytes.")
            .silent()
            .caughtBy("PROTO-11.5")
            .hint("silence")
            .look("the limit: at most 536870912")),
    BROKEN_REQUEST_IN_OWN_WORDS(exact(2, "The text of the error after a broken request differs from that of Redis.")
            .caughtBy("PROTO-10.1")
            .hint("error in own words")
            .look("the texts of protocol errors")),
    WRONG_TYPE_IS_NOT_NAMED(
            exact(2, "The error for an element that is not a bulk string does not say what came instead.")
                    .caughtBy("PROTO-12.1")
                    .hint("error in own words")
                    .look("the text: ERR Protocol error: expected '$', got '+'")),
    NUMBERS_WITHOUT_LIMIT(exact(2, "The line with the number of elements may have any length.")
            .silent()
            .caughtBy("PROTO-13")
            .look("the length of the line: a client that never sends a line end must not fill the memory"));

    private final Entry entry;

    ProtocolMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
