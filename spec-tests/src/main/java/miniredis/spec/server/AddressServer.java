package miniredis.spec.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/** A server that was started elsewhere: it is neither restarted nor stopped. */
final class AddressServer implements ServerUnderTest {
    /** Unless more is asked for: most likely it runs already. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerSpec spec;
    private final String host;
    private final int port;

    private AddressServer(ServerSpec spec, String host, int port) {
        this.spec = spec;
        this.host = host;
        this.port = port;
    }

    /** @throws IllegalArgumentException when the address is not {@code host:port}, or a port alone for this machine */
    static AddressServer of(ServerSpec spec) {
        var address = RedisUrl.hostAndPort(spec.address().orElseThrow());
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? "localhost" : address.substring(0, colon).replaceAll("^\\[|]$", "");
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (port < 1 || port > 65535 || host.isEmpty()) {
                throw new NumberFormatException();
            }
            return new AddressServer(spec, host, port);
        } catch (NumberFormatException noPort) {
            throw new UsageException(
                    Message.of("usage.no-address", spec.address().orElseThrow()), noPort);
        }
    }

    InetSocketAddress where() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String commandLine() {
        return spec.commandLine();
    }

    @Override
    public RunningServer start(Path output) throws ServerUnavailable {
        long until = System.nanoTime() + startupTimeout().toNanos();
        do {
            var found = Ports.accepting(host, port);
            if (found.isPresent()) {
                return new Elsewhere(found.get(), WorkMeter.ofServerAt(found.get()));
            }
            Ports.pauseBeforeNextTry();
        } while (System.nanoTime() < until);
        throw new ServerUnavailable(Message.of("start.nobody-answers", host, port));
    }

    @Override
    public Duration startupTimeout() {
        return spec.startupTimeout().equals(ServerSpec.STARTUP_TIMEOUT) ? PATIENCE : spec.startupTimeout();
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public boolean startsAfresh() {
        return false;
    }

    private record Elsewhere(InetSocketAddress address, WorkMeter work) implements RunningServer {
        @Override
        public boolean isDead() {
            return false;
        }

        @Override
        public Optional<String> death(Duration wait) {
            // This check costs the server a client, so it is made only where a connection broke.
            return wait.isZero() || Ports.accepts(address)
                    ? Optional.empty()
                    : Optional.of("no longer accepts connections");
        }

        @Override
        public long workedNanos() {
            return work.workedNanos();
        }

        /** Only its owner ends it. */
        @Override
        public void close() {}
    }
}
