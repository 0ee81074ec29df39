package miniredis.blocking.extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;

/** CONFIG GET: settings that programs ask for. Nothing is ever written to a disk here, and nothing can be set. */
final class Settings {
    private static final Map<String, String> ALL = new TreeMap<>(Map.of(
            "save",
            "",
            "appendonly",
            "no",
            "databases",
            "1",
            "maxmemory",
            "0",
            "maxmemory-policy",
            "noeviction",
            "timeout",
            "0"));

    private Settings() {}

    /** @param patterns each may name several, with {@code *} and the like */
    static Reply get(List<Bytes> patterns) {
        var found = new ArrayList<Reply>();
        ALL.forEach((name, value) -> {
            if (patterns.stream().anyMatch(pattern -> matches(pattern, name))) {
                found.add(Resp3.text(name));
                found.add(Resp3.text(value));
            }
        });
        return new Resp3.Pairs(found);
    }

    private static boolean matches(Bytes pattern, String name) {
        return Glob.matches(Bytes.of(pattern.text().toLowerCase(Locale.ROOT)), Bytes.of(name));
    }
}
