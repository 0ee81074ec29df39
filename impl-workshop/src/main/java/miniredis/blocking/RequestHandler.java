package miniredis.blocking;

import java.util.List;

/**
 * Answers the requests of a client. {@link Commands} does, for all clients alike; a server with more than the six commands has a
 * handler for each client, because there an answer depends on what the client has said before.
 */
public interface RequestHandler {
    /**
     * Carries out one request.
     *
     * @param request the command's name and its arguments, never empty
     */
    Reply execute(List<Bytes> request);

    /** The last reply to a client that sent something else than a request. */
    default Reply refuse(ProtocolException mistake) {
        return new Reply.ErrorMessage(mistake.text());
    }
}
