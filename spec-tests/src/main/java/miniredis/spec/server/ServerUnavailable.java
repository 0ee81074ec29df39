package miniredis.spec.server;

import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.MessageCarrier;

/** The server could not be started or reached; the message is for the person who wrote the command line. */
public final class ServerUnavailable extends Exception implements MessageCarrier {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public ServerUnavailable(Message message) {
        super(message.toString());
        this.message = message;
    }

    public ServerUnavailable(Message message, Throwable cause) {
        super(message.toString(), cause);
        this.message = message;
    }

    @Override
    public Message message() {
        return message;
    }
}
