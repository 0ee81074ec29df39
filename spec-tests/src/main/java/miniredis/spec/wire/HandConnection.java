package miniredis.spec.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.ReplyReader.Protocol;
import miniredis.spec.wire.ReplyReader.Reading;

/** A connection for trying a server by hand: nothing on it is judged. Times are in milliseconds. */
public final class HandConnection implements Closeable {
    private static final int CONNECT = 5000;
    private static final int SILENCE = 3000;

    /** A server that has answered sends the rest within this time. */
    private static final int A_MOMENT = 100;

    private final Socket socket;
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private Message ending = Message.of("say.open");

    /** A reply, and the bytes that it is. */
    public record ReplyBytes(Reply reply, byte[] bytes) {}

    /**
     * What came after a request.
     *
     * @param rest the bytes after the last whole reply
     * @param problem why nothing more can be expected; empty where there was at least one reply, and all of it was whole
     */
    public record Replies(List<ReplyBytes> whole, byte[] rest, Optional<Message> problem) {}

    private HandConnection(Socket socket) {
        this.socket = socket;
    }

    /** @throws IOException when nothing accepts there */
    public static HandConnection to(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, CONNECT);
            return new HandConnection(socket);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Sends a packet; where the server no longer reads, reading finds out how the connection ended. */
    public void send(byte[] packet) {
        try {
            socket.getOutputStream().write(packet);
        } catch (IOException broken) {
            ending = Message.of("say.reset");
        }
    }

    /** Pauses until what was sent has been read, or a moment is over. */
    public void letItRead() {
        read(A_MOMENT);
    }

    /** Waits for the replies to what was sent: for the first one long, for more only a moment. */
    public Replies replies() {
        var replies = new ArrayList<ReplyBytes>();
        int patience = SILENCE;
        while (true) {
            var bytes = unread.toByteArray();
            var reading = ReplyReader.read(bytes, 0, bytes.length, Protocol.RESP3);
            if (reading instanceof Reading.Whole whole) {
                replies.add(new ReplyBytes(whole.reply(), Arrays.copyOf(bytes, whole.end())));
                unread.reset();
                unread.write(bytes, whole.end(), bytes.length - whole.end());
                patience = A_MOMENT;
            } else if (reading instanceof Reading.Broken broken) {
                return new Replies(replies, bytes, Optional.of(Message.of("say.not-a-reply", broken.reason())));
            } else if (!read(bytes.length > 0 ? SILENCE : patience)) {
                boolean isComplete = !replies.isEmpty() && bytes.length == 0;
                return new Replies(replies, bytes, isComplete ? Optional.empty() : Optional.of(silence(bytes)));
            }
        }
    }

    private Message silence(byte[] begun) {
        if (!isOpen()) {
            return ending;
        }
        return Message.of(begun.length > 0 ? "say.incomplete" : "say.silent", SILENCE / 1000);
    }

    /** All that comes until the server is silent or ends the connection. */
    public byte[] everything() {
        int patience = A_MOMENT * 10;
        while (read(patience)) {
            patience = A_MOMENT * 5;
        }
        return unread.toByteArray();
    }

    /** How the connection ended, or that it is still open. */
    public Message ending() {
        return ending;
    }

    private boolean isOpen() {
        return ending.key().equals("say.open");
    }

    /** Reads once; false when nothing came in this time, or nothing more will. */
    private boolean read(int milliseconds) {
        if (!isOpen()) {
            return false;
        }
        var buffer = new byte[8192];
        try {
            socket.setSoTimeout(milliseconds);
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                ending = Message.of("say.closed");
                return false;
            }
            unread.write(buffer, 0, count);
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        } catch (IOException broken) {
            ending = Message.of("say.reset");
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException nothingToDo) {
            // The system closes it in any case.
        }
    }
}
