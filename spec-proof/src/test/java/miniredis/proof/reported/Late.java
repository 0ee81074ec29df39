package miniredis.proof.reported;

import java.util.List;
import java.util.stream.Stream;
import miniredis.proof.mistakes.Patch;

/** Some of the reported bugs show only while expired keys are still in memory. */
final class Late {
    /** Active expiry leaves a key for half a second more, and WATCH checks keys without removing them. No reply depends on it. */
    static final List<Patch> SWEEP = List.of(
            new Patch(
                    "Keyspace",
                    "if (isOver(key)) { removeEnded(key); removed++;",
                    "if (lifetimes.end(key) + 500 < clock.millis()) { removeEnded(key); removed++;"),
            new Patch(
                    "Keyspace",
                    "/** How many keys have a lifetime. */",
                    "public synchronized Bytes stored(Bytes key) { return values.get(key); }"),
            new Patch(
                    "extensions/Transactions",
                    "var value = keyspace.get(key); return new State(",
                    "var value = keyspace.stored(key); return new State("));

    private Late() {}

    /** A bug that shows only with such keys. */
    static Report report(String address, String sentence, Patch... patches) {
        return Report.of(
                address,
                sentence,
                Stream.concat(SWEEP.stream(), Stream.of(patches)).toArray(Patch[]::new));
    }
}
