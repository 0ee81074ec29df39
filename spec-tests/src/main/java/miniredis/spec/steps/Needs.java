package miniredis.spec.steps;

import java.util.Set;

/**
 * What a scenario needs of the server and of the time, as its steps tell before it runs.
 *
 * @param alone whether it says of itself that no other scenario may run beside it
 * @param waits whether it has a key live for a while, and so takes a second or two in which there is nothing to do
 * @param hasDepartures whether a client disconnects, which the server has to notice before anything depends on it
 * @param leavesUnread whether it fills the connection to a client, and then checks that others are served: this is mostly waiting
 * @param awaitsAnEnd whether the server has to close a connection, which has to come of itself: where objects that nobody uses
 *     are closed when memory is collected, as in Ruby, other clients' requests would bring it about
 * @param explores whether its commands are random, or its clients get in each other's way, so that it represents many examples
 * @param clients how many connections it opens
 * @param requests how many one of its steps sends, at most; a hundred bytes count as one more
 * @param commands the names of the rows of the catalogue that it sends: {@code DEL}, {@code SET EX}
 */
public record Needs(
        boolean alone,
        boolean waits,
        boolean hasDepartures,
        boolean leavesUnread,
        boolean awaitsAnEnd,
        boolean explores,
        int clients,
        long requests,
        Set<String> commands) {
    private static final int A_FLOOD = 5000;

    /** Whether it keeps the server so busy that others would have to wait: thousands of requests, or megabytes. */
    public boolean floods() {
        return requests >= A_FLOOD;
    }

    /** Whether nothing else may run meanwhile: others would have to wait, or would spoil what it counts. */
    public boolean runsAlone() {
        return alone || floods();
    }

    public boolean hasSeveralClients() {
        return clients > 1;
    }
}
