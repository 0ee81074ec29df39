package miniredis.blocking.extensions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.blocking.Bytes;
import miniredis.blocking.Core;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;
import miniredis.blocking.extensions.Row.Trait;

/** What the server counts, and INFO, which tells it. All counting is done under the {@link Core#lock() lock}. */
final class Metrics {
    private final Core core;
    private final Sessions sessions;
    private final Rate rate = new Rate();
    private final long started;
    private long commands;
    private long hits;
    private long misses;
    private String port = "0";

    Metrics(Core core, Sessions sessions) {
        this.core = core;
        this.sessions = sessions;
        this.started = core.now();
    }

    void addTo(Table table) {
        table.add(new Row("info", -1, Keys.NONE, (client, args) -> info(client, args)));
    }

    /** A command is about to be carried out. */
    void command(Optional<Row> row, List<Bytes> request) {
        commands++;
        rate.count();
        if (row.filter(found -> found.is(Trait.READS)).isPresent()) {
            row.get().keys().in(request).forEach(key -> read(core.get(key) != null));
        }
    }

    /** A key was looked for. */
    void read(boolean found) {
        hits += found ? 1 : 0;
        misses += found ? 0 : 1;
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
        sections.put("Memory", facts("used_memory", core.memory(), "maxmemory", core.maxMemory()));
        sections.put("Persistence", facts("loading", 0));
        sections.put("Stats", numbers());
        sections.put("Replication", facts("role", "master", "connected_slaves", 0));
        sections.put(
                "Keyspace",
                core.size() == 0
                        ? Map.of()
                        : facts("db0", "keys=" + core.size() + ",expires=" + core.mortal() + ",avg_ttl=0"));
        return sections;
    }

    private Map<String, Object> numbers() {
        return facts(
                "total_connections_received",
                sessions.total(),
                "total_commands_processed",
                commands,
                "instantaneous_ops_per_sec",
                rate.perSecond(),
                "expired_keys",
                core.expired(),
                "keyspace_hits",
                hits,
                "keyspace_misses",
                misses);
    }

    private long uptime() {
        return (core.now() - started) / 1000;
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** All that is a number, for programs. */
    Map<String, Object> forPrometheus() {
        synchronized (core.lock()) {
            var all = new LinkedHashMap<>(numbers());
            all.put("connected_clients", sessions.count());
            all.put("used_memory", core.memory());
            all.put("uptime_in_seconds", uptime());
            all.put("keys", core.size());
            all.put("expires", core.mortal());
            return all;
        }
    }
}
