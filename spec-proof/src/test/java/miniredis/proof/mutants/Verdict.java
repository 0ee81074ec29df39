package miniredis.proof.mutants;

/**
 * What became of a mutant.
 *
 * @param by the scenario that noticed it; empty if none did
 * @param note the cause that a run reports, or another remark
 */
record Verdict(Kind kind, String by, String note) {
    enum Kind {
        /** A scenario fails: alone, or beside others with a separate cause. */
        KILLED,
        /** All scenarios that make the server run that line pass. */
        SURVIVED,
        /** There are no such scenarios, so none was played. */
        UNREACHED
    }

    static Verdict killed(String by, String cause) {
        return new Verdict(Kind.KILLED, by, cause);
    }

    static Verdict survived(String note) {
        return new Verdict(Kind.SURVIVED, "", note);
    }

    static Verdict unreached() {
        return new Verdict(Kind.UNREACHED, "", "");
    }

    boolean isKilled() {
        return kind == Kind.KILLED;
    }
}
