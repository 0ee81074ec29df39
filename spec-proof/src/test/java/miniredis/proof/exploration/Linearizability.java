package miniredis.proof.exploration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import miniredis.proof.model.Model;
import miniredis.proof.model.Moment;
import miniredis.proof.model.State;

/**
 * Looks for one order of all operations on a key that explains every reply: each client's in the order in which it sent them, and
 * none before one that was answered before it was sent. The search is that of Wing and Gong, which remembers what it has
 * tried as Lowe's does: how far each client has come, and the state of the key.
 */
final class Linearizability {
    /** What the search found. */
    enum Answer {
        EXPLAINED,
        /** No order explains the replies. */
        IMPOSSIBLE,
        /** The search was given up. */
        UNDECIDED
    }

    private record Place(List<Integer> positions, State state) {}

    private final List<List<Operation>> clients;
    private final Set<Operation> optional;
    private final long zero;
    private final boolean exact;
    private final long slack;
    private final Set<Place> tried = new HashSet<>();
    private int workLeft;

    private Linearizability(History history, Set<Operation> optional, boolean exact, long slack, int work) {
        this.clients = history.byClient();
        this.optional = optional;
        this.zero = history.zero();
        this.exact = exact;
        this.slack = slack;
        this.workLeft = work;
    }

    /**
     * @param optional operations that may have happened or not, whatever their replies say
     * @param exact whether rounded times have to be right to the second
     * @param slack by how many milliseconds the server's clock may be coarser than this one
     * @param work how many steps the search may take
     */
    static Answer of(History history, Set<Operation> optional, boolean exact, long slack, int work) {
        var search = new Linearizability(history, optional, exact, slack, work);
        boolean found = search.search(new int[search.clients.size()], State.EMPTY);
        return found ? Answer.EXPLAINED : search.workLeft > 0 ? Answer.IMPOSSIBLE : Answer.UNDECIDED;
    }

    private boolean search(int[] positions, State state) {
        if (--workLeft <= 0
                || !tried.add(new Place(Arrays.stream(positions).boxed().toList(), state))) {
            return false;
        }
        var possible = possible(positions);
        for (int client : possible) {
            if (changesNothing(clients.get(client).get(positions[client]), state)) {
                return search(after(positions, client), state);
            }
        }
        for (int client : possible) {
            if (follows(clients.get(client).get(positions[client]), after(positions, client), state)) {
                return true;
            }
        }
        return possible.isEmpty();
    }

    private static int[] after(int[] positions, int client) {
        var next = positions.clone();
        next[client]++;
        return next;
    }

    /** The clients whose next operation was sent before any that is still to come was answered; none where nothing is to come. */
    private List<Integer> possible(int[] positions) {
        var coming = IntStream.range(0, positions.length)
                .filter(client -> positions[client] < clients.get(client).size())
                .boxed()
                .toList();
        long firstAnswer = coming.stream()
                .mapToLong(client -> clients.get(client).get(positions[client]).answered())
                .min()
                .orElse(Long.MAX_VALUE);
        return coming.stream()
                .filter(client -> clients.get(client).get(positions[client]).sent() <= firstAnswer)
                .toList();
    }

    /** An operation that is right here and leaves everything as it is can as well come first: no other order need be tried. */
    private boolean changesNothing(Operation operation, State state) {
        return operation.isRead()
                && (optional.contains(operation)
                        || Model.step(state, 0, operation.request(), moment(operation)).stream()
                                .anyMatch(outcome -> outcome.state().equals(state)
                                        && outcome.repliesTo(0).get(0).allows(operation.reply(), exact)));
    }

    /** Whether an order can go on with this operation. */
    private boolean follows(Operation operation, int[] next, State state) {
        boolean isOptional = optional.contains(operation);
        if (isOptional && search(next, state)) {
            return true;
        }
        for (var outcome : Model.step(state, 0, operation.request(), moment(operation))) {
            boolean isRight = isOptional || outcome.repliesTo(0).get(0).allows(operation.reply(), exact);
            if (isRight && search(next, outcome.state())) {
                return true;
            }
        }
        return false;
    }

    private Moment moment(Operation operation) {
        return new Moment(
                zero + TimeUnit.NANOSECONDS.toMillis(operation.sent()) - slack,
                zero + TimeUnit.NANOSECONDS.toMillis(operation.answered()) + 1 + slack);
    }
}
