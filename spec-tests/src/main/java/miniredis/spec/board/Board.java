package miniredis.spec.board;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** An open board, with the addresses for watching it and for reporting runs. */
public final class Board implements AutoCloseable {
    private static final int BYTES_OF_SECRET = 6;

    private final BoardServer server;
    private final String secret;

    private Board(BoardServer server, String secret) {
        this.server = server;
        this.secret = secret;
    }

    /**
     * Opens it for all machines that reach this one.
     *
     * @param secret the part of the address that only the class knows; made up where it is empty
     * @param file keeps the standings; made where it is missing
     * @throws IOException when the port is taken, or the file is something else
     */
    public static Board open(int port, String secret, Path file) throws IOException {
        var chosen = secret.isEmpty() ? random() : secret;
        var server = new BoardServer(new InetSocketAddress(port), chosen, Standings.in(file.toAbsolutePath()));
        server.start();
        return new Board(server, chosen);
    }

    private static String random() {
        var bytes = new byte[BYTES_OF_SECRET];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** For another machine of the same network. */
    public String url() {
        return "http://%s:%d/%s".formatted(hostSeenByOthers(), server.address().getPort(), secret);
    }

    private static String hostSeenByOthers() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(address -> address.getHostAddress())
                    .findFirst()
                    .orElse("localhost");
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
