package miniredis.spec.exploration;

import java.util.List;
import java.util.stream.Stream;

/** What a conversation is about: a step of the specification, or an area of the last. */
public enum Topic {
    PROTOCOL(2, "step 2", "PING", "GET", "SET", "INCR"),
    COMMANDS(3, "step 3", "PING", "GET", "SET", "INCR"),
    EXPIRY(4, "step 4", "PING", "GET", "SET", "INCR", "EXPIRE", "TTL"),
    KEYS(
            5,
            "the area keys",
            "DEL",
            "EXISTS",
            "PERSIST",
            "EXPIREAT",
            "PEXPIRE",
            "PEXPIREAT",
            "PTTL",
            "EXPIRETIME",
            "PEXPIRETIME",
            "EXPIRE NX"),
    SET_OPTIONS(
            5,
            "the area set-options",
            "SET NX",
            "SET GET",
            "SET KEEPTTL",
            "SET EX",
            "SET EXAT",
            "INCRBY",
            "DECR",
            "DECRBY",
            "MGET",
            "MSET",
            "PEXPIRE"),
    TRANSACTIONS(5, "the area transactions", "MULTI", "WATCH", "DEL", "SET NX", "INCRBY", "EXPIREAT", "MGET"),
    PUBSUB(5, "the area pubsub", "SUBSCRIBE", "PSUBSCRIBE", "PUBLISH", "PUBSUB", "RESET", "HELLO"),
    CLIENTS(5, "the area clients", "HELLO", "CLIENT SETNAME", "CLIENT ID", "SELECT", "ECHO", "AUTH", "RESET", "QUIT");

    private final int step;
    private final String inFeatures;
    private final List<String> commands;

    Topic(int step, String inFeatures, String... commands) {
        this.step = step;
        this.inFeatures = inFeatures;
        this.commands = List.of(commands);
    }

    /** @param inFeatures {@code step 3}, {@code the area keys} */
    public static Topic called(String inFeatures) {
        return Stream.of(values())
                .filter(topic -> topic.inFeatures.equals(inFeatures))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No conversations are about " + inFeatures + "."));
    }

    public int step() {
        return step;
    }

    /** What a server has to have before a conversation says anything about it: rows of the catalogue of commands, by name. */
    public List<String> commands() {
        return commands;
    }
}
