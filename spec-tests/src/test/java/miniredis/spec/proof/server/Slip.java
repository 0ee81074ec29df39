package miniredis.spec.proof.server;

import miniredis.spec.proof.mistakes.Mistake;

/** The one mistake a server makes; none for the correct one. Every switch in this package asks here. */
record Slip(Mistake mistake) {
    static final Slip NONE = new Slip(null);

    boolean is(Mistake candidate) {
        return mistake == candidate;
    }

    boolean isOneOf(Mistake... candidates) {
        for (var candidate : candidates) {
            if (is(candidate)) {
                return true;
            }
        }
        return false;
    }
}
