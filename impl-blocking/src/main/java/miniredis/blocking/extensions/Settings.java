package miniredis.blocking.extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import miniredis.blocking.limits.Limits;

/** CONFIG GET: the settings that programs ask for. The server never writes to a disk; its options are on the command line. */
final class Settings {
    private final Map<String, String> all;

    Settings(Limits limits) {
        all = new TreeMap<>(Map.of(
                "save", "",
                "appendonly", "no",
                "databases", "1",
                "maxmemory", String.valueOf(limits.maxMemory()),
                "maxmemory-policy", "noeviction",
                "maxclients", String.valueOf(limits.clients())));
    }

    /** @param patterns each may match several settings, with {@code *} and the like */
    Reply get(List<Bytes> patterns) {
        var found = new ArrayList<Reply>();
        // A name is returned as the client wrote it; a setting that a pattern finds, with its real name.
        for (var typed : patterns) {
            var value = all.get(typed.text().toLowerCase(Locale.ROOT));
            if (value != null) {
                found.add(Reply.bulk(typed));
                found.add(Replies.text(value));
            }
        }
        all.forEach((name, value) -> {
            if (patterns.stream().anyMatch(pattern -> matches(pattern, name))
                    && patterns.stream().noneMatch(pattern -> pattern.text().equalsIgnoreCase(name))) {
                found.add(Replies.text(name));
                found.add(Replies.text(value));
            }
        });
        return new Replies.Pairs(found);
    }

    private static boolean matches(Bytes pattern, String name) {
        return Glob.matches(Bytes.of(pattern.text().toLowerCase(Locale.ROOT)), Bytes.of(name));
    }
}
