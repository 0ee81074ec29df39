package miniredis.proof.reported;

import miniredis.proof.mistakes.Patch;

/** What some of the reported bugs need to show: keys whose lifetime is over have to be there still for a moment. */
final class Late {
    /** Active expiry leaves a key alone for half a second more. That is allowed: no reply depends on it. */
    static final Patch SWEEP = new Patch(
            "Keyspace",
            "if (isOver(key)) { removeEnded(key); removed++;",
            "if (lifetimes.end(key) + 500 < clock.millis()) { removeEnded(key); removed++;");

    private Late() {}
}
