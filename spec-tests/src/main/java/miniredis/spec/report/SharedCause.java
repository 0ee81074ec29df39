package miniredis.spec.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What keeps scenarios from passing on more than one server: causes of the same title.
 *
 * @param servers how many have it
 * @param firstToFix how many of them should fix it before anything else
 * @param scenarios how many different ones wait for it
 */
record SharedCause(String title, int servers, int firstToFix, int scenarios) {

    /** What is gathered about one title, server after server. */
    private static final class Gathered {
        private final Set<String> scenarios = new HashSet<>();
        private int servers;
        private int firstToFix;
    }

    /** What most servers share comes first. */
    static List<SharedCause> of(List<ComparedServer> servers) {
        Map<String, Gathered> byTitle = new LinkedHashMap<>();
        servers.forEach(server -> gather(server, byTitle));
        return byTitle.entrySet().stream()
                .map(entry -> new SharedCause(
                        entry.getKey(),
                        entry.getValue().servers,
                        entry.getValue().firstToFix,
                        entry.getValue().scenarios.size()))
                .filter(cause -> cause.servers() > 1)
                .sorted(Comparator.comparing(SharedCause::servers)
                        .thenComparing(SharedCause::scenarios)
                        .reversed())
                .toList();
    }

    private static void gather(ComparedServer server, Map<String, Gathered> byTitle) {
        var causes = server.causesToFix();
        for (int i = 0; i < causes.size(); i++) {
            var gathered = byTitle.computeIfAbsent(causes.get(i).title(), unknown -> new Gathered());
            gathered.servers++;
            gathered.firstToFix += i == 0 ? 1 : 0;
        }
        for (var scenario : server.scenarios()) {
            var gathered = byTitle.get(scenario.cause());
            if (gathered != null) {
                gathered.scenarios.add(scenario.id());
            }
        }
    }
}
