package miniredis.spec.exploration;

import java.util.List;

/** What happens next in a conversation. A client is connected when it first sends something, and again after a disconnect. */
public sealed interface Step {
    /**
     * A client sends a message, and reads the replies.
     *
     * @param joined whether the client's next step goes into the same packet, if the next step is this client's
     * @param cut at which byte the packet is cut in two; 0 for not at all, -1 for at every byte
     */
    record Send(int client, Message message, boolean joined, int cut) implements Step {
        static Send of(int client, List<String> request) {
            return new Send(client, Message.of(request), false, 0);
        }

        /** Whether the step at that place belongs to the same packet. */
        boolean goesWith(List<Step> steps, int next) {
            return joined
                    && !message.isBroken()
                    && next < steps.size()
                    && steps.get(next) instanceof Send other
                    && other.client() == client;
        }
    }

    /** A client disconnects, whatever it has begun. */
    record Leave(int client) implements Step {}

    /** No client sends anything for so long. */
    record Pause(int milliseconds) implements Step {}

    /** The client that does it; -1 for none. */
    default int client() {
        return -1;
    }

    /** The same, done by another client. */
    default Step by(int other) {
        if (this instanceof Send send) {
            return new Send(other, send.message(), send.joined(), send.cut());
        }
        return this instanceof Leave ? new Leave(other) : this;
    }

    default String shown() {
        if (this instanceof Send send) {
            var how = (send.cut() > 0 ? " cut at byte " + send.cut() : send.cut() < 0 ? " byte by byte" : "")
                    + (send.joined() ? " together with the next" : "");
            return "client %d sends %s%s"
                    .formatted(send.client() + 1, send.message().shown(), how);
        }
        return this instanceof Leave leave
                ? "client %d disconnects".formatted(leave.client() + 1)
                : "%d milliseconds pass".formatted(((Pause) this).milliseconds());
    }
}
