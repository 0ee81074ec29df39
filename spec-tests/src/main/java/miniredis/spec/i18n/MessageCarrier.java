package miniredis.spec.i18n;

/** An exception whose message is for the user; {@link Throwable#getMessage()} has it in English. */
public interface MessageCarrier {
    Message message();
}
