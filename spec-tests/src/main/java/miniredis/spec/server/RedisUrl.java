package miniredis.spec.server;

import java.util.Locale;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/** An address as clients of Redis write it: {@code redis://host:port}. */
final class RedisUrl {
    private static final String DEFAULT_PORT = ":6379";

    private RedisUrl() {}

    /**
     * The {@code host:port} of it; what is not a URL stays as it is.
     *
     * @throws IllegalArgumentException when it asks for something that the specification does not do, saying what
     */
    static String hostAndPort(String address) {
        int end = address.indexOf("://");
        if (end < 0) {
            return address;
        }
        var scheme = address.substring(0, end).toLowerCase(Locale.ROOT);
        var rest = address.substring(end + 3).replaceFirst("/$", "");
        switch (scheme) {
            case "redis", "valkey", "tcp" -> {}
            case "rediss", "valkeys" -> throw new UsageException(Message.of("usage.address-with-tls", address));
            default -> throw new UsageException(Message.of("usage.address-of-another-kind", address));
        }
        if (rest.contains("@")) {
            throw new UsageException(Message.of("usage.address-with-password"));
        }
        int path = rest.indexOf('/');
        if (path >= 0 && !rest.substring(path).equals("/0")) {
            throw new UsageException(Message.of("usage.address-with-database", address));
        }
        var hostAndPort = path < 0 ? rest : rest.substring(0, path);
        return hostAndPort.matches(".*:\\d+") ? hostAndPort : hostAndPort + DEFAULT_PORT;
    }
}
