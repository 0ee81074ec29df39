package miniredis.spec.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps scenarios from passing on more than one server: causes of the same title. */
final class SharedCause {
    private static final Pattern PLACE = Pattern.compile(", at \\S+:\\d+|, at \\S+\\(");

    final String title;
    private final Set<String> ids = new HashSet<>();
    private int servers;
    private int firstToFix;

    private SharedCause(String title) {
        this.title = title;
    }

    /** What most servers share comes first. */
    static List<SharedCause> of(List<Results> all) {
        Map<String, SharedCause> byTitle = new LinkedHashMap<>();
        for (var server : all) {
            var causes = server.causesToFix();
            for (var cause : causes) {
                if (isCrashWithoutPlace(cause)) {
                    continue;
                }
                var shared = byTitle.computeIfAbsent(cause.title(), SharedCause::new);
                shared.servers++;
                shared.firstToFix += cause.equals(causes.get(0)) ? 1 : 0;
            }
            for (var scenario : server.scenarios()) {
                var shared = byTitle.get(scenario.cause());
                if (shared != null) {
                    shared.ids.add(scenario.id());
                }
            }
        }
        return byTitle.values().stream()
                .filter(cause -> cause.servers > 1)
                .sorted(Comparator.comparing(SharedCause::servers)
                        .thenComparing(SharedCause::scenarios)
                        .reversed())
                .toList();
    }

    /** Two servers that end in the same way need not do so for the same reason. */
    private static boolean isCrashWithoutPlace(Results.Cause cause) {
        return cause.kind().equals("crash") && !PLACE.matcher(cause.title()).find();
    }

    /** How many have it. */
    int servers() {
        return servers;
    }

    /** How many of them should fix it before anything else. */
    int firstToFix() {
        return firstToFix;
    }

    /** How many different ones wait for it. */
    int scenarios() {
        return ids.size();
    }
}
