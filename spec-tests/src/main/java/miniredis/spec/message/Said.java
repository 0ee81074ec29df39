package miniredis.spec.message;

/** Something thrown whose message is for the person at the keyboard; {@link Throwable#getMessage()} has it in English. */
public interface Said {
    Message said();
}
