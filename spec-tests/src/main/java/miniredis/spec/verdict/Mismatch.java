package miniredis.spec.verdict;

/** The server did not do what the scenario says. */
public final class Mismatch extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Evidence evidence;

    public Mismatch(Evidence evidence) {
        super(evidence.toString());
        this.evidence = evidence;
    }

    public Evidence evidence() {
        return evidence;
    }
}
