package miniredis.spec.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's table of TCP sockets, where it has one to read (Linux). Looking there costs a server nothing, while trying to
 * connect would be its first client; and a server that serves only one client and ends has none left for the run then.
 *
 * @param listeners the sockets that listen, in the order of the table
 */
record ListenTable(List<Listener> listeners) {
    private static final Path IPV4 = Path.of("/proc/net/tcp");
    private static final Path IPV6 = Path.of("/proc/net/tcp6");
    private static final Path IPV6_ADDRESSES = Path.of("/proc/net/if_inet6");
    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** @param inode tells this socket from one that listens on the same port later */
    record Listener(InetAddress address, int port, long inode) {
        /** Whether a client on this machine reaches it by a loopback address. */
        boolean isReachableHere() {
            return address.isAnyLocalAddress() || address.isLoopbackAddress();
        }

        /** Where to connect to. */
        InetAddress reachableAt() throws IOException {
            if (!address.isAnyLocalAddress()) {
                return address;
            }
            // A socket that takes only IPv6 looks like one that takes both.
            boolean ipv6 = address.getAddress().length == 16 && machineHasIpv6Loopback();
            return InetAddress.getByName(ipv6 ? "::1" : "127.0.0.1");
        }
    }

    /** Empty where this machine has no such table. */
    static Optional<ListenTable> read() {
        try {
            var listeners = new ArrayList<Listener>();
            listeners.addAll(listeners(IPV4));
            if (Files.exists(IPV6)) {
                listeners.addAll(listeners(IPV6));
            }
            return Optional.of(new ListenTable(listeners));
        } catch (IOException noTable) {
            return Optional.empty();
        }
    }

    /** The listener on this port that clients on this machine reach; IPv4 before IPv6. */
    Optional<Listener> reachableHere(int port) {
        return listeners.stream()
                .filter(listener -> listener.port() == port && listener.isReachableHere())
                .findFirst();
    }

    /**
     * The sockets that listen come first in the table. Behind them are the connections, the ended ones for another minute: after
     * a few runs thousands of lines, which take the kernel longer to write than a scenario takes to play.
     */
    private static List<Listener> listeners(Path table) throws IOException {
        var found = new ArrayList<Listener>();
        try (var lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            lines.readLine(); // the titles of the columns
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.strip().split(" +");
                if (fields.length <= INODE || !fields[STATE].equals(LISTENING)) {
                    break;
                }
                var local = fields[1].split(":");
                found.add(
                        new Listener(address(local[0]), Integer.parseInt(local[1], 16), Long.parseLong(fields[INODE])));
            }
        }
        return found;
    }

    /** The table shows addresses as 32-bit numbers in hexadecimal, in the byte order of the machine. */
    private static InetAddress address(String hexadecimal) throws IOException {
        var bytes = ByteBuffer.allocate(hexadecimal.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < hexadecimal.length(); at += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hexadecimal, at, at + 8, 16));
        }
        return InetAddress.getByAddress(bytes.array());
    }

    private static boolean machineHasIpv6Loopback() throws IOException {
        return Files.exists(IPV6_ADDRESSES)
                && Files.readAllLines(IPV6_ADDRESSES, StandardCharsets.US_ASCII).stream()
                        .anyMatch(line -> line.startsWith("0".repeat(31) + "1 "));
    }
}
