package miniredis.spec.exploration;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import miniredis.spec.model.Model;
import miniredis.spec.model.Moment;
import miniredis.spec.model.State;

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

    /** How far each client has come, and what the key is then. */
    private record Place(IntBuffer positions, State state) {}

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
        if (--workLeft <= 0 || !tried.add(new Place(IntBuffer.wrap(positions), state))) {
            return false;
        }
        var possible = possible(positions);
        for (int client : possible) {
            var operation = next(client, positions);
            if (operation.isRead() && states(operation, state).contains(state)) {
                // An operation that fits here and changes nothing may as well come first: no other order has to be
                // tried.
                return search(after(positions, client), state);
            }
        }
        for (int client : possible) {
            for (var after : states(next(client, positions), state)) {
                if (search(after(positions, client), after)) {
                    return true;
                }
            }
        }
        return possible.isEmpty();
    }

    /** The possible states after an operation, if it comes next. */
    private List<State> states(Operation operation, State state) {
        boolean isOptional = optional.contains(operation);
        var after = new ArrayList<State>();
        if (isOptional) {
            after.add(state);
        }
        if (!isOptional || !operation.isRead()) {
            for (var outcome : Model.step(state, 0, operation.request(), moment(operation))) {
                if (isOptional || outcome.repliesTo(0).get(0).allows(operation.reply(), exact)) {
                    after.add(outcome.state());
                }
            }
        }
        return after;
    }

    private static int[] after(int[] positions, int client) {
        var next = positions.clone();
        next[client]++;
        return next;
    }

    /**
     * The clients whose next operation was sent before any that is still to come was answered; none where nothing is to come. Who was
     * answered first comes first, as that is most likely the order in which the server took them.
     */
    private List<Integer> possible(int[] positions) {
        long firstAnswer = firstAnswer(positions);
        var possible = new ArrayList<Integer>(positions.length);
        for (int client = 0; client < positions.length; client++) {
            if (hasNext(client, positions) && next(client, positions).sent() <= firstAnswer) {
                possible.add(client);
            }
        }
        possible.sort(Comparator.comparingLong(client -> next(client, positions).answered()));
        return possible;
    }

    /** When the first of the operations that are still to come was answered. */
    private long firstAnswer(int[] positions) {
        long first = Long.MAX_VALUE;
        for (int client = 0; client < positions.length; client++) {
            if (hasNext(client, positions)) {
                first = Math.min(first, next(client, positions).answered());
            }
        }
        return first;
    }

    private boolean hasNext(int client, int[] positions) {
        return positions[client] < clients.get(client).size();
    }

    private Operation next(int client, int[] positions) {
        return clients.get(client).get(positions[client]);
    }

    private Moment moment(Operation operation) {
        return new Moment(
                zero + TimeUnit.NANOSECONDS.toMillis(operation.sent()) - slack,
                zero + TimeUnit.NANOSECONDS.toMillis(operation.answered()) + 1 + slack);
    }
}
