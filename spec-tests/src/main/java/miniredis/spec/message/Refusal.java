package miniredis.spec.message;

/** What was asked for can't be done; the message, for whoever asked, says what to change. */
public final class Refusal extends IllegalArgumentException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public Refusal(Message said) {
        super(said.toString());
        this.said = said;
    }

    public Refusal(Message said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
