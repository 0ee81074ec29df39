package miniredis.spec.steps;

import io.cucumber.cucumberexpressions.Argument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.Requests;
import miniredis.spec.exploration.RacePlan;
import miniredis.spec.exploration.Topic;
import miniredis.spec.steps.Notation.Departure;
import miniredis.spec.wire.Bytes;

/** The needs of a scenario, gathered step by step. */
final class NeededSoFar {
    private static final int BYTES_THAT_COUNT_AS_A_REQUEST = 100;
    private static final String EVERY_CLIENT = "every client";

    private final Set<String> clients = new HashSet<>();
    private final Set<String> commands = new TreeSet<>();
    private int manyClients;
    private long requests;
    private boolean waits;
    private boolean hasDepartures;
    private boolean leavesUnread;
    private boolean awaitsAnEnd;
    private boolean explores;

    void add(Phrases.Match match, StepText step) {
        long bytes = match.arguments().stream().mapToLong(this::add).sum();
        long times = match.numbers().stream().mapToLong(number -> number).reduce(1, (a, b) -> a * b);
        if (match.needs().isPresent()) {
            bytes += add(match.needs().get(), match, step);
        }
        requests = Math.max(requests, times * (1 + bytes / BYTES_THAT_COUNT_AS_A_REQUEST));
    }

    /** Returns how many bytes are sent for this argument each time. */
    private long add(Argument<?> argument) {
        var value = argument.getValue();
        if (value instanceof byte[] word) {
            return word.length;
        } else if (value instanceof Command command) {
            return add(command.words());
        } else if (value instanceof Topic about) {
            explores = true;
            commands.addAll(about.commands());
        } else if (value instanceof RacePlan plan) {
            explores = true;
            commands.addAll(plan.commands());
            waits |= plan.waits();
            manyClients += RacePlan.CLIENTS;
        } else if (value instanceof Departure) {
            hasDepartures = true;
        } else if (value instanceof String text) {
            var type = argument.getParameterType().getName();
            if (type.equals("client") && !text.equals(EVERY_CLIENT)) {
                clients.add(text);
            } else if (type.equals("metric")) {
                add(List.of(Bytes.of(Metrics.command(text))));
            } else if (type.equals("fate")) {
                awaitsAnEnd |= text.equals("is closed");
            }
        }
        return 0;
    }

    private long add(PhraseNeeds declared, Phrases.Match match, StepText step) {
        waits |= declared.waits();
        hasDepartures |= declared.departs();
        leavesUnread |= declared.leavesUnread();
        manyClients += declared.manyClients() ? match.numbers().get(0) : 0;
        Stream.of(declared.sends()).forEach(name -> add(Command.of(name).words()));
        return declared.sendsBlock()
                ? requestsIn(step).stream().mapToLong(this::add).max().orElse(0)
                : 0;
    }

    /** Returns how many bytes the request has, roughly. */
    private long add(List<byte[]> request) {
        Catalogue.rowsOf(request).stream().map(CommandRow::name).forEach(commands::add);
        return request.stream().mapToLong(word -> word.length).sum();
    }

    private static List<List<byte[]>> requestsIn(StepText step) {
        return step.rows().isEmpty()
                ? Requests.in(Notation.block(step.block()))
                : step.rows().stream().map(row -> Command.parse(row).words()).toList();
    }

    Needs inAll(boolean alone) {
        return new Needs(
                alone,
                waits,
                hasDepartures,
                leavesUnread,
                awaitsAnEnd,
                explores,
                clients.size() + manyClients,
                requests,
                Set.copyOf(commands));
    }
}
