package miniredis.spec.server;

import java.util.Locale;

/** An address as clients of Redis write it: {@code redis://host:port}. */
final class RedisUrl {
    private static final String DEFAULT_PORT = ":6379";

    private RedisUrl() {}

    /**
     * The {@code host:port} of it; what is no URL stays as it is.
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
            case "rediss", "valkeys" -> throw new IllegalArgumentException("""
                        '%s' asks for TLS, and the specification is about plain TCP. Give it the port without TLS, as \
                        HOST:PORT.""".formatted(address));
            default ->
                throw new IllegalArgumentException(
                        "'%s' is not the address of a Redis: write HOST:PORT, such as localhost:6379"
                                .formatted(address));
        }
        if (rest.contains("@")) {
            throw new IllegalArgumentException("""
                    The address has a user or a password in it, and the specification has no AUTH. Give it a server that asks \
                    for none, as HOST:PORT.""");
        }
        int path = rest.indexOf('/');
        if (path >= 0 && !rest.substring(path).equals("/0")) {
            throw new IllegalArgumentException(
                    "'%s' asks for a database of its own, and the specification uses number 0.".formatted(address));
        }
        var hostAndPort = path < 0 ? rest : rest.substring(0, path);
        return hostAndPort.matches(".*:\\d+") ? hostAndPort : hostAndPort + DEFAULT_PORT;
    }
}
