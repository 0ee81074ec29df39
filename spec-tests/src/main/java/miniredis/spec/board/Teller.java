package miniredis.spec.board;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.verdict.RunResult;

/** Tells a board how far a server is. A board that can't be reached changes nothing of the run. */
public final class Teller {
    private static final int MILLISECONDS = 3000;
    private static final int GOOD = 200;

    private final URL address;
    private final String name;

    private Teller(URL address, String name) {
        this.address = address;
        this.name = name;
    }

    /**
     * @param address of the board, as it prints it
     * @param name what the board calls this server
     * @throws UsageException when the address or the name is invalid
     */
    public static Teller of(String address, String name) {
        try {
            var url = URI.create(address.replaceAll("/+$", "") + "/tell").toURL();
            var isBoard = url.getProtocol().matches("https?") && url.getPath().matches("/[^/]+/tell");
            if (!isBoard || name.isBlank()) {
                throw new MalformedURLException(address);
            }
            return new Teller(url, name);
        } catch (MalformedURLException | IllegalArgumentException other) {
            throw new UsageException(Message.of("board.no-address", address), other);
        }
    }

    /** Returns what went wrong, if something did. */
    public Optional<Message> tell(RunResult run) {
        try {
            int status = send(Standing.of(name, run).json());
            return status == GOOD
                    ? Optional.empty()
                    : Optional.of(Message.of("board.refused", address.getHost(), status));
        } catch (IOException unreachable) {
            return Optional.of(Message.of("board.unreachable", address.getHost()));
        }
    }

    private int send(String json) throws IOException {
        var connection = (HttpURLConnection) address.openConnection();
        try {
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
