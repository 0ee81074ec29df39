package miniredis.spec.proof.mutants;

/**
 * What became of a mutant.
 *
 * @param by the scenario that noticed it; empty where none did
 * @param note the cause that a run reports, or what else there is to say
 */
record Verdict(Kind kind, String by, String note) {
    enum Kind {
        /** A scenario fails, alone, or beside others with a cause of its own. */
        KILLED,
        /** All scenarios pass. */
        SURVIVED,
        /** All scenarios pass, and none is known to make the server run that line. */
        UNREACHED
    }

    static Verdict killed(String by, String cause) {
        return new Verdict(Kind.KILLED, by, cause);
    }

    static Verdict survived(String note) {
        return new Verdict(Kind.SURVIVED, "", note);
    }

    static Verdict unreached(String note) {
        return new Verdict(Kind.UNREACHED, "", note);
    }

    boolean isKilled() {
        return kind == Kind.KILLED;
    }
}
