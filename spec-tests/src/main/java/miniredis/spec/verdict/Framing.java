package miniredis.spec.verdict;

/** How the requests of a conversation are cut into packets. TCP is a stream, so the replies must always be the same. */
public enum Framing {
    AS_WRITTEN("as written", "the scenario's own packets"),
    BYTE_BY_BYTE("byte-by-byte", "each byte in a packet of its own"),
    ONE_PACKET("one-packet", "all requests in one packet");

    private final String title;
    private final String inWords;

    Framing(String title, String inWords) {
        this.title = title;
        this.inWords = inWords;
    }

    /** As results name it: {@code byte-by-byte}. */
    public String title() {
        return title;
    }

    public String inWords() {
        return inWords;
    }
}
