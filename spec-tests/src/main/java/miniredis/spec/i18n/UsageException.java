package miniredis.spec.i18n;

/** The user's request can't be carried out; the message says what to change. */
public final class UsageException extends IllegalArgumentException implements MessageCarrier {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public UsageException(Message message) {
        super(message.toString());
        this.message = message;
    }

    public UsageException(Message message, Throwable cause) {
        super(message.toString(), cause);
        this.message = message;
    }

    @Override
    public Message message() {
        return message;
    }
}
