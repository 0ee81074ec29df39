package miniredis.spec.i18n;

/** What was asked for can't be done; the message, for whoever asked, says what to change. */
public final class UsageException extends IllegalArgumentException implements MessageCarrier {
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public UsageException(Message said) {
        super(said.toString());
        this.said = said;
    }

    public UsageException(Message said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
