package miniredis.spec.stage;

/** The scenario could not be played, because there was no server to play on. */
public final class NotPlayed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPlayed(String why) {
        super(why);
    }
}
