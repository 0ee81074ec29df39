package miniredis.spec.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What redis-benchmark asks of a server.
 *
 * @param what how tables call it
 * @param command PING, SET, GET or INCR
 * @param pipelining how many requests are sent before a reply is waited for
 * @param keys requests choose among this many keys at random
 */
public record Workload(String what, String command, int pipelining, int clients, int valueBytes, int keys) {
    private static final int CLIENTS = 50;
    private static final int SMALL = 3;

    public static Workload pipelined(String command, int pipelining, int keys) {
        var what = command + ", " + (pipelining == 1 ? "no pipelining" : "pipelining " + pipelining);
        return new Workload(what, command, pipelining, CLIENTS, SMALL, keys);
    }

    public Workload called(String other) {
        return new Workload(other, command, pipelining, clients, valueBytes, keys);
    }

    public Workload withClients(int other) {
        return new Workload(what, command, pipelining, other, valueBytes, keys);
    }

    public Workload withValues(int bytes) {
        return new Workload(what, command, pipelining, clients, bytes, keys);
    }

    /** The fewest requests that keep all clients busy. */
    public long least() {
        return 4L * clients * pipelining;
    }

    public List<String> arguments(long requests) {
        var test = command.equals("PING") ? "ping_mbulk" : command.toLowerCase(Locale.ROOT);
        var arguments =
                new ArrayList<>(List.of("-t", test, "-c", "" + clients, "-P", "" + pipelining, "-n", "" + requests));
        arguments.addAll(List.of("-r", "" + keys, "-d", "" + valueBytes, "--csv", "--precision", "3"));
        return arguments;
    }
}
