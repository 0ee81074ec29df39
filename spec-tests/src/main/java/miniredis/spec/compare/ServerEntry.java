package miniredis.spec.compare;

import java.nio.file.Files;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * One server of a servers.yaml.
 *
 * @param note what the page says about it; may be empty
 * @param where {@code servers.yaml:12}, for messages
 */
public record ServerEntry(ServerSpec spec, String note, String where) {
    public String name() {
        return spec.name();
    }

    /** The command or the address, as the file has it. */
    String what() {
        return spec.command().or(spec::address).orElse("");
    }

    /**
     * The server, ready to be started.
     *
     * @throws ServerUnavailable when its directory is missing: the fault of one row, not of the whole file
     */
    public ServerUnderTest server() throws ServerUnavailable {
        if (!Files.isDirectory(spec.directory())) {
            throw new ServerUnavailable(Message.of("start.no-directory", spec.directory(), where));
        }
        return spec.server();
    }
}
