package miniredis.spec.server;

import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.MessageCarrier;

/** The server could not be started or reached; the message is for the person who wrote the command line. */
public final class ServerUnavailable extends Exception implements MessageCarrier {
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public ServerUnavailable(Message said) {
        super(said.toString());
        this.said = said;
    }

    public ServerUnavailable(Message said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
