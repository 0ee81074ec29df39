package miniredis.proof.faults;

import miniredis.proof.mistakes.Mistake;

/** The one mistake that a server makes; the correct server makes none. Every switch in this package asks here. */
record Fault(Mistake mistake) {
    static final Fault NONE = new Fault(null);

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
