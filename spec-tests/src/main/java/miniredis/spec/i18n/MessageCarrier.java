package miniredis.spec.i18n;

/** Something thrown whose message is for the person at the keyboard; {@link Throwable#getMessage()} has it in English. */
public interface MessageCarrier {
    Message message();
}
