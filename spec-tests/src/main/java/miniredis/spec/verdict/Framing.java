package miniredis.spec.verdict;

import miniredis.spec.i18n.Message;

/** How the requests of a conversation are cut into packets. TCP is a stream, so the replies must always be the same. */
public enum Framing {
    AS_WRITTEN("as written", Message.of("framing.as-written")),
    BYTE_BY_BYTE("byte-by-byte", Message.of("framing.byte-by-byte")),
    ONE_PACKET("one-packet", Message.of("framing.one-packet"));

    private final String title;
    private final Message message;

    Framing(String title, Message message) {
        this.title = title;
        this.message = message;
    }

    /** As results name it: {@code byte-by-byte}. */
    public String title() {
        return title;
    }

    public Message message() {
        return message;
    }
}
