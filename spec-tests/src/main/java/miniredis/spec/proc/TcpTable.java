package miniredis.spec.proc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The kernel's table of TCP sockets. Reading it costs a server nothing. A trial connection would be its first client, and a
 * server that serves only one client and ends would have none left for the run.
 */
public final class TcpTable {
    private static final Path IPV4 = Path.of("/proc/net/tcp");
    private static final Path IPV6 = Path.of("/proc/net/tcp6");
    private static final Path IPV6_ADDRESSES = Path.of("/proc/net/if_inet6");
    private static final int FIELDS = 10;

    private TcpTable() {}

    /**
     * A line of the table; see proc_pid_net(5).
     *
     * @param state in hexadecimal
     * @param hasUnread whether bytes have come that the program has not read
     * @param inode tells it from another socket with the same port later
     */
    public record Row(InetAddress address, int port, int remotePort, String state, boolean hasUnread, long inode) {
        private static final String LISTENING = "0A";
        private static final String CLOSE_WAIT = "08";

        /** Empty for a line with too few fields. */
        static Optional<Row> of(String line) {
            var fields = line.strip().split("\\s+");
            if (fields.length < FIELDS) {
                return Optional.empty();
            }
            var local = fields[1].split(":");
            var remote = fields[2].split(":");
            return Optional.of(new Row(
                    TcpTable.address(local[0]),
                    Integer.parseInt(local[1], 16),
                    Integer.parseInt(remote[1], 16),
                    fields[3],
                    !fields[4].endsWith(":00000000"),
                    Long.parseLong(fields[9])));
        }

        private boolean isListening() {
            return state.equals(LISTENING);
        }

        /** Whether the client has closed its side of the connection, and the server not yet its own. */
        public boolean isLeftByClient() {
            return state.equals(CLOSE_WAIT);
        }

        /** Whether a client on this machine reaches it by a loopback address. */
        public boolean isReachableHere() {
            return address.isAnyLocalAddress() || address.isLoopbackAddress();
        }

        /** Where to connect to. */
        public InetSocketAddress reachableAt() {
            if (!address.isAnyLocalAddress()) {
                return new InetSocketAddress(address, port);
            }
            // A socket that takes only IPv6 looks like one that takes both.
            boolean ipv6 = address.getAddress().length == 16 && machineHasIpv6Loopback();
            return new InetSocketAddress(ipv6 ? "::1" : "127.0.0.1", port);
        }
    }

    /** The sockets that listen, IPv4 before IPv6; empty where this machine has no such table. */
    public static Optional<List<Row>> listeners() {
        try {
            var listeners = new ArrayList<Row>();
            addListeners(IPV4, listeners);
            if (Files.exists(IPV6)) {
                addListeners(IPV6, listeners);
            }
            return Optional.of(listeners);
        } catch (IOException noTable) {
            return Optional.empty();
        }
    }

    /**
     * The sockets that listen come first in the table. Behind them are the connections, the ended ones for another minute: after
     * a few runs thousands of lines, which take the kernel longer to write than a scenario takes to play.
     */
    private static void addListeners(Path table, List<Row> found) throws IOException {
        try (var lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            lines.readLine(); // the titles of the columns
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = Row.of(line).filter(Row::isListening);
                if (row.isEmpty()) {
                    return;
                }
                found.add(row.get());
            }
        }
    }

    /**
     * Whether there is such a connection between these ports, seen from the server; false where that is unknown. The kernel takes
     * milliseconds to write a table, however few connections there are, so the second is not read where the first has the connection.
     */
    public static boolean hasConnection(int serverPort, int clientPort, Predicate<Row> wanted) {
        return Stream.of(IPV4, IPV6)
                .map(table -> connections(table, serverPort, clientPort))
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .map(rows -> rows.stream().anyMatch(wanted))
                .orElse(false);
    }

    private static List<Row> connections(Path table, int serverPort, int clientPort) {
        // Of thousands of lines only these are worth splitting.
        var server = ":%04X ".formatted(serverPort);
        var client = ":%04X ".formatted(clientPort);
        try (var lines = Files.lines(table, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.contains(server) && line.contains(client))
                    .flatMap(line -> Row.of(line).stream())
                    .filter(row -> row.port() == serverPort && row.remotePort() == clientPort)
                    .toList();
        } catch (IOException noTable) {
            return List.of();
        }
    }

    /** The table shows addresses as 32-bit numbers in hexadecimal, in the byte order of the machine. */
    static InetAddress address(String hexadecimal) {
        var bytes = ByteBuffer.allocate(hexadecimal.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < hexadecimal.length(); at += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hexadecimal, at, at + 8, 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException strangeLength) {
            throw new IllegalArgumentException(hexadecimal, strangeLength);
        }
    }

    private static boolean machineHasIpv6Loopback() {
        try (var lines = Files.lines(IPV6_ADDRESSES, StandardCharsets.US_ASCII)) {
            return lines.anyMatch(line -> line.startsWith("0".repeat(31) + "1 "));
        } catch (IOException noIpv6) {
            return false;
        }
    }
}
