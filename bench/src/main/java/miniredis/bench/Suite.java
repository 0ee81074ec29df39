package miniredis.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import miniredis.spec.speed.Workload;

/** A set of measurements that answers one question. */
public enum Suite {
    PIPELINING(
            "How fast are the commands, and what does each request cost? 50 clients, 100,000 keys, values of 3 bytes.",
            List.of(Quantity.REQUESTS, Quantity.CPU),
            new Throughput(effort -> Stream.of(1, 16, 128)
                    .flatMap(depth -> Stream.of("PING", "SET", "GET", "INCR")
                            .map(command -> Workload.pipelined(command, depth, 100_000)))
                    .toList())),
    VALUES(
            "What do larger values cost? 50 clients, no pipelining, 1,000 keys.",
            List.of(Quantity.REQUESTS, Quantity.CPU),
            new Throughput(effort -> Stream.of(3, 1024, 64 * 1024)
                    .flatMap(size -> Stream.of("SET", "GET")
                            .map(command -> Workload.pipelined(command, 1, 1000)
                                    .withValues(size)
                                    .called("%s, %s"
                                            .formatted(command, size < 1024 ? size + " bytes" : size / 1024 + " KB"))))
                    .toList())),
    CONNECTIONS(
            "Does it matter how many clients there are? GET, no pipelining, 100,000 keys.",
            List.of(Quantity.REQUESTS, Quantity.CPU),
            new Throughput(effort -> Stream.of(1, 50, 1000, 10_000)
                    .map(clients -> Workload.pipelined("GET", 1, 100_000)
                            .withClients(clients)
                            .called(clients == 1 ? "1 connection" : "%,d connections".formatted(clients)))
                    .toList())),
    KEYS(
            "Does it matter how many keys there are? 50 clients, pipelining 16.",
            List.of(Quantity.REQUESTS, Quantity.CPU),
            new Throughput(effort -> Stream.of(1000, 100_000, 1_000_000, 10_000_000)
                    .map(keys -> keys > 100_000 ? effort.keys(keys) : keys)
                    .distinct()
                    .flatMap(keys -> Stream.of("SET", "GET")
                            .map(command -> Workload.pipelined(command, 16, keys)
                                    .called("%s, %,d keys".formatted(command, keys))))
                    .toList())),
    GROWTH(
            "While keys are loaded (`key:0000001`, 3-byte values, one client, about a thousand requests in flight): how long does"
                    + " a PING wait that another client sends every millisecond, and how much memory does a key take?",
            List.of(Quantity.LONGEST_WAIT, Quantity.BYTES_PER_KEY),
            new Growth()),
    EXPIRY(
            "When all keys expire within the second or two it took to give them their lifetime: how long does a PING wait, and is"
                    + " the memory there for new keys?",
            List.of(Quantity.LONGEST_WAIT, Quantity.RESIDENT_RELOADED),
            new Expiry());

    private final String question;
    private final List<Quantity> charted;
    private final Experiment experiment;

    Suite(String question, List<Quantity> charted, Experiment experiment) {
        this.question = question;
        this.charted = charted;
        this.experiment = experiment;
    }

    /** The name on the command line and in tables. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String question() {
        return question;
    }

    List<Quantity> charted() {
        return charted;
    }

    Experiment experiment() {
        return experiment;
    }

    /**
     * Suites by name, separated by commas; {@code all} means all of them.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static List<Suite> parse(String names) {
        if (names.equalsIgnoreCase("all")) {
            return List.of(values());
        }
        return Stream.of(names.split(","))
                .map(String::strip)
                .map(Suite::named)
                .distinct()
                .toList();
    }

    private static Suite named(String name) {
        return Stream.of(values())
                .filter(suite -> suite.title().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no suite '%s'; there are %s and all."
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        Stream.of(values()).map(Suite::title).toList()))));
    }
}
