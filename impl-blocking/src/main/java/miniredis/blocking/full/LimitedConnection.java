package miniredis.blocking.full;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import miniredis.blocking.Connection;
import miniredis.blocking.Log;
import miniredis.blocking.Reply;
import miniredis.blocking.RespWriter;
import miniredis.blocking.extensions.Session;
import miniredis.blocking.io.ClientOutput;
import miniredis.blocking.limits.Share;

/** A connection that is served only if there is a place for it, and disconnected when its client takes no replies. */
final class LimitedConnection extends Connection {
    private final Reception reception;
    private final Socket socket;
    private final ClientOutput replies;
    private final ClientOutput messages;
    private final Share share;
    private final Session session;

    /** @param messages what another thread writes to the client */
    LimitedConnection(
            Reception reception,
            Socket socket,
            InputStream in,
            ClientOutput replies,
            ClientOutput messages,
            Share share,
            Session session)
            throws IOException {
        super(socket, in, replies, session);
        this.reception = reception;
        this.socket = socket;
        this.replies = replies;
        this.messages = messages;
        this.share = share;
        this.session = session;
    }

    @Override
    public void run() {
        if (!reception.enter(this)) {
            session.end();
            turnAway();
            return;
        }
        try {
            share.begin();
            super.run();
        } finally {
            share.end();
            session.end();
            reception.leave(this);
        }
    }

    /** There is one client too many: tells it so, and disconnects it. */
    private void turnAway() {
        try (socket) {
            new RespWriter(replies).write(new Reply.ErrorMessage("ERR max number of clients reached"));
            replies.flush();
        } catch (IOException left) {
            // the client has already disconnected
        }
        Log.note("turned a client away: as many are connected as there may be");
    }

    @Override
    protected void sayGoodbye() throws IOException {
        session.end();
        super.sayGoodbye();
    }

    /** Ends the connection if a write to its client has made no progress for so long. */
    void closeIfStuck(Duration patience) {
        if (replies.isStuckFor(patience) || messages.isStuckFor(patience)) {
            Log.note("a client took no reply for " + patience.toSeconds() + " s: hung up on it");
            close();
        }
    }
}
