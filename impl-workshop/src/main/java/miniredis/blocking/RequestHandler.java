package miniredis.blocking;

import java.util.List;

/**
 * Answers requests. {@link Commands} does this for all clients in the same way. A server with more than the six commands has a
 * handler for each client, because there a reply may depend on the client's earlier requests.
 */
public interface RequestHandler {
    /**
     * Carries out one request.
     *
     * @param request the command's name and its arguments, never empty
     */
    Reply execute(List<Bytes> request);

    /** The last reply to a client that sent bytes that are not a request. */
    default Reply refuse(ProtocolException mistake) {
        return new Reply.ErrorMessage(mistake.text());
    }
}
