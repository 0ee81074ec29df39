package miniredis.proof.exploration;

/** What a conversation is about: a step of the specification, or an area of the last. */
public enum Topic {
    PROTOCOL(2),
    COMMANDS(3),
    EXPIRY(4),
    KEYS(5),
    SET_OPTIONS(5),
    TRANSACTIONS(5),
    PUBSUB(5),
    CLIENTS(5);

    private final int step;

    Topic(int step) {
        this.step = step;
    }

    public int step() {
        return step;
    }
}
