package miniredis.nio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;

/** INFO, and the same numbers for the metrics page. */
final class Info {
    private static final Set<String> ALL = Set.of("default", "all", "everything");

    private final Keyspace keyspace;
    private final Limits limits;
    private final Stats stats;
    private final ConnectedClients connected;
    private final long started;

    Info(Keyspace keyspace, Limits limits, Stats stats, ConnectedClients connected) {
        this.keyspace = keyspace;
        this.limits = limits;
        this.stats = stats;
        this.connected = connected;
        this.started = keyspace.now();
    }

    List<Command> all() {
        return List.of(new Command("info", -1, 0, Keys.NONE, this::info));
    }

    private void info(Client client, Request request, Reply reply) {
        var wanted = IntStream.range(1, request.count())
                .mapToObj(i -> request.argument(i).bytesAsText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean all = wanted.isEmpty() || wanted.stream().anyMatch(ALL::contains);
        reply.text(sections(client.port()).entrySet().stream()
                .filter(section -> all || wanted.contains(section.getKey().toLowerCase(Locale.ROOT)))
                .map(section -> "# " + section.getKey() + "\r\n" + lines(section.getValue()))
                .collect(Collectors.joining("\r\n")));
    }

    private static String lines(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ":" + fact.getValue() + "\r\n")
                .collect(Collectors.joining());
    }

    private Map<String, Map<String, Object>> sections(String port) {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        sections.put(
                "Server",
                facts(
                        "redis_version",
                        ServerCommands.VERSION,
                        "redis_mode",
                        "standalone",
                        "process_id",
                        ProcessHandle.current().pid(),
                        "tcp_port",
                        port,
                        "uptime_in_seconds",
                        uptime(),
                        "uptime_in_days",
                        uptime() / 86_400));
        sections.put("Clients", facts("connected_clients", connected.size()));
        sections.put("Memory", facts("used_memory", keyspace.dataBytes(), "maxmemory", limits.maxMemory()));
        sections.put("Persistence", facts("loading", 0));
        sections.put("Stats", numbers());
        sections.put("Replication", facts("role", "master", "connected_slaves", 0));
        sections.put(
                "Keyspace",
                keyspace.size() == 0
                        ? Map.of()
                        : facts("db0", "keys=" + keyspace.size() + ",expires=" + keyspace.expiring() + ",avg_ttl=0"));
        return sections;
    }

    private Map<String, Object> numbers() {
        return facts(
                "total_connections_received",
                connected.total(),
                "total_commands_processed",
                stats.commands,
                "instantaneous_ops_per_sec",
                stats.rate(System.nanoTime()),
                "expired_keys",
                keyspace.expired(),
                "keyspace_hits",
                stats.hits,
                "keyspace_misses",
                stats.misses);
    }

    private long uptime() {
        return (keyspace.now() - started) / 1000;
    }

    /** The numbers, each on a line, in the text format that Prometheus reads. */
    String forPrometheus() {
        var all = numbers();
        all.put("connected_clients", connected.size());
        all.put("used_memory", keyspace.dataBytes());
        all.put("uptime_in_seconds", uptime());
        all.put("keys", keyspace.size());
        all.put("expires", keyspace.expiring());
        return all.entrySet().stream()
                .map(fact -> "redis_" + fact.getKey() + " " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
