package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;

/** Writes replies as the client wants them: in RESP2, or as the {@link Extensions} have agreed with it. */
final class ClientWriter extends RespWriter {
    private final OutputStream out;
    private final Commands commands;

    /** @param commands those of this client */
    ClientWriter(OutputStream out, Commands commands) {
        super(out);
        this.out = out;
        this.commands = commands;
    }

    @Override
    void write(Reply reply) throws IOException {
        if (!commands.write(reply, out)) {
            super.write(reply);
        }
    }
}
