package miniredis.spec.exploration;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    private record Next(int client, State state) {}

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
        var next = new ArrayList<Next>();
        for (int client : possible) {
            var operation = clients.get(client).get(positions[client]);
            for (var after : states(operation, state)) {
                if (operation.isRead() && after.equals(state)) {
                    // An operation that fits here and changes nothing may as well come first: no other order has to be
                    // tried.
                    return search(after(positions, client), state);
                }
                next.add(new Next(client, after));
            }
        }
        return possible.isEmpty()
                || next.stream().anyMatch(each -> search(after(positions, each.client()), each.state()));
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

    private Moment moment(Operation operation) {
        return new Moment(
                zero + TimeUnit.NANOSECONDS.toMillis(operation.sent()) - slack,
                zero + TimeUnit.NANOSECONDS.toMillis(operation.answered()) + 1 + slack);
    }
}
