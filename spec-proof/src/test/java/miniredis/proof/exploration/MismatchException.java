package miniredis.proof.exploration;

/** Ends a play: something came that the rules do not allow. */
final class MismatchException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Mismatch mismatch;

    MismatchException(Mismatch mismatch) {
        super(null, null, false, false);
        this.mismatch = mismatch;
    }

    Mismatch mismatch() {
        return mismatch;
    }
}
