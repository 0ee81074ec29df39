package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import miniredis.blocking.Bytes;
import miniredis.blocking.Commands;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;
import miniredis.blocking.limits.DataMemory;
import miniredis.blocking.limits.Limits;

/** INFO, which describes the server and reports what it counts; and the same numbers for Prometheus. */
final class Metrics {
    private final Keyspace keyspace;
    private final DataMemory memory;
    private final Limits limits;
    private final Sessions sessions;
    private final Statistics statistics;
    private final InstantSource clock;
    private final long started;
    private String port = "0";

    Metrics(Extensions server) {
        this.keyspace = server.keyspace();
        this.memory = server.memory();
        this.limits = server.limits();
        this.sessions = server.sessions();
        this.statistics = server.statistics();
        this.clock = server.clock();
        this.started = clock.millis();
    }

    void addTo(Commands commands) {
        commands.add(new Row("info", 0, ANY_NUMBER, Keys.NONE, (client, args) -> info(client, args)));
    }

    private Reply info(Session client, List<Bytes> names) {
        port = client.port();
        var wanted =
                names.stream().map(name -> name.text().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean all = wanted.isEmpty()
                || wanted.contains("default")
                || wanted.contains("all")
                || wanted.contains("everything");
        return new Replies.Text(sections().entrySet().stream()
                .filter(section -> all || wanted.contains(section.getKey().toLowerCase(Locale.ROOT)))
                .map(section -> "# " + section.getKey() + "\r\n" + lines(section.getValue()))
                .collect(Collectors.joining("\r\n")));
    }

    private static String lines(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ":" + fact.getValue() + "\r\n")
                .collect(Collectors.joining());
    }

    private Map<String, Map<String, Object>> sections() {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        sections.put(
                "Server",
                facts(
                        "redis_version",
                        ClientCommands.VERSION,
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
        sections.put("Clients", facts("connected_clients", sessions.count()));
        sections.put("Memory", facts("used_memory", memory.used(), "maxmemory", limits.maxMemory()));
        sections.put("Persistence", facts("loading", 0));
        sections.put("Stats", numbers());
        sections.put("Replication", facts("role", "master", "connected_slaves", 0));
        sections.put(
                "Keyspace",
                keyspace.size() == 0
                        ? Map.of()
                        : facts("db0", "keys=" + keyspace.size() + ",expires=" + keyspace.mortal() + ",avg_ttl=0"));
        return sections;
    }

    private Map<String, Object> numbers() {
        return facts(
                "total_connections_received",
                sessions.total(),
                "total_commands_processed",
                statistics.commands(),
                "instantaneous_ops_per_sec",
                statistics.commandsPerSecond(),
                "expired_keys",
                keyspace.expired(),
                "keyspace_hits",
                statistics.hits(),
                "keyspace_misses",
                statistics.misses());
    }

    private long uptime() {
        return (clock.millis() - started) / 1000;
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** All the numbers, for programs. */
    Map<String, Object> forPrometheus() {
        synchronized (keyspace) {
            var all = new LinkedHashMap<>(numbers());
            all.put("connected_clients", sessions.count());
            all.put("used_memory", memory.used());
            all.put("uptime_in_seconds", uptime());
            all.put("keys", keyspace.size());
            all.put("expires", keyspace.mortal());
            return all;
        }
    }
}
