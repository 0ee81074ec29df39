package miniredis.spec.exploration;

/** Ends a play: something came that the rules do not allow. */
final class WrongReplyException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient WrongReply wrong;

    WrongReplyException(WrongReply wrong) {
        super(null, null, false, false);
        this.wrong = wrong;
    }

    WrongReply wrong() {
        return wrong;
    }
}
