package miniredis.nio;

import org.jspecify.annotations.Nullable;

/**
 * One row of the command table.
 *
 * @param name in lower case; {@code client|id} for a command of two words
 * @param arity how many arguments, the name included; negative: at least that many
 * @param traits flags, {@link #NEEDS_MEMORY} and so on, added up
 * @param keys where its keys are
 * @param action carries it out; null for the first word of commands of two words, which is only a name
 */
record Command(
        String name,
        int arity,
        int traits,
        Keys keys,
        @Nullable Action action) {
    /** It is refused when memory for data is full; Redis calls this denyoom. */
    static final int NEEDS_MEMORY = 1;
    /** It is carried out immediately within MULTI, not queued. */
    static final int NOT_QUEUED = 2;
    /** A client that is subscribed in RESP2 may send it. */
    static final int WHILE_SUBSCRIBED = 4;

    static final int WRITES = 8;
    static final int READS = 16;

    /** As in COMMAND INFO: the first argument that is a key, the last one, and the distance from one key to the next. */
    record Keys(int first, int last, int step) {
        static final Keys NONE = new Keys(0, 0, 0);
        static final Keys ONE = new Keys(1, 1, 1);
        static final Keys ALL = new Keys(1, -1, 1);
        static final Keys EVERY_SECOND = new Keys(1, -1, 2);
    }

    interface Action {
        /** Carries out a request with the right number of arguments; @throws CommandError to reply with an error. */
        void run(Client client, Request request, Reply reply);
    }

    boolean takes(int count) {
        return arity >= 0 ? count == arity : count >= -arity;
    }

    boolean is(int trait) {
        return (traits & trait) != 0;
    }

    boolean hasTwoWords() {
        return name.indexOf('|') >= 0;
    }
}
