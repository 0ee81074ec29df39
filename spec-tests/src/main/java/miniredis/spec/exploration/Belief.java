package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import miniredis.spec.model.Model;
import miniredis.spec.model.Moment;
import miniredis.spec.model.Outcome;
import miniredis.spec.model.Outcome.Sent;
import miniredis.spec.model.Reply;
import miniredis.spec.model.State;

/** All states that a server may be in after what it has answered so far. */
final class Belief {
    /** With more states than this, going on costs too much, and no more replies are judged. */
    private static final int MOST_STATES = 200;

    private final boolean exact;
    private Set<State> states = Set.of(State.EMPTY);
    private List<Outcome> outcomes = List.of();
    private int client;
    private List<String> request = List.of();
    private long sent;

    Belief(boolean exact) {
        this.exact = exact;
    }

    boolean isDecided() {
        return states.size() <= MOST_STATES;
    }

    /** A request was sent at this moment. What follows is known only after {@link #settle}, which says until when. */
    void ask(int byClient, List<String> sentRequest, long earliest) {
        client = byClient;
        request = sentRequest;
        sent = earliest;
    }

    /** How many replies and messages a client gets. */
    int repliesTo(int receiver) {
        return outcomes.get(0).repliesTo(receiver).size();
    }

    /** What is allowed at this place among the replies to a client. */
    List<Reply> allowed(int receiver, int at) {
        return outcomes.stream()
                .map(outcome -> outcome.repliesTo(receiver))
                .filter(replies -> at < replies.size())
                .map(replies -> replies.get(at))
                .distinct()
                .toList();
    }

    /**
     * Takes note of the replies to the request that have come by now.
     *
     * @return false if the rules do not allow the last of them
     */
    boolean settle(List<Reply> received, long latest) {
        var all = new ArrayList<Outcome>();
        states.forEach(state -> all.addAll(Model.step(state, client, request, new Moment(sent, latest))));
        var possible = all.stream()
                .filter(outcome -> allow(outcome.repliesTo(client), received))
                .toList();
        outcomes = possible.isEmpty() ? all : possible;
        return !possible.isEmpty();
    }

    private boolean allow(List<Reply> allowed, List<Reply> received) {
        return allowed.size() >= received.size()
                && IntStream.range(0, received.size())
                        .allMatch(i -> allowed.get(i).allows(received.get(i), exact));
    }

    /** The other clients that get a message. */
    Set<Integer> others() {
        return outcomes.get(0).sent().stream()
                .map(Sent::client)
                .filter(each -> each != client)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean closes() {
        return outcomes.get(0).closes();
    }

    /** Only what fits the replies can have happened. */
    void accept() {
        var next = new LinkedHashSet<State>();
        outcomes.forEach(outcome -> next.add(outcome.state()));
        states = next;
    }

    void left(int gone) {
        var next = new LinkedHashSet<State>();
        states.forEach(state -> next.add(state.without(gone)));
        states = next;
    }
}
