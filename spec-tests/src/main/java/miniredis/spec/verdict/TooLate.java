package miniredis.spec.verdict;

/**
 * The reply came so late that it proves nothing: by then the key's lifetime may have moved on. Neither the server nor the
 * specification is wrong; the scenario has to be played again.
 */
public final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLate(String what) {
        super(what);
    }
}
