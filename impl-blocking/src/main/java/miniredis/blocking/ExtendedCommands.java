package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The six commands and those of the {@link Extensions}, of which each client has a view of its own. */
final class ExtendedCommands extends Commands {
    private final Extensions extensions;

    ExtendedCommands(Keyspace keyspace, Limits limits, Extensions extensions) {
        super(keyspace, limits);
        this.extensions = extensions;
    }

    @Override
    Commands forClient(Peer peer) {
        return new OfClient(this, extensions.welcome(peer));
    }

    private static final class OfClient extends Commands {
        private final Extensions.Dialogue dialogue;

        OfClient(Commands all, Extensions.Dialogue dialogue) {
            super(all);
            this.dialogue = dialogue;
        }

        @Override
        Reply execute(List<Bytes> request) {
            return dialogue.execute(request);
        }

        @Override
        boolean write(Reply reply, OutputStream out) throws IOException {
            dialogue.write(reply, out);
            return true;
        }

        @Override
        void end() {
            dialogue.end();
        }
    }
}
