package miniredis.proof.faults;

import static miniredis.proof.mistakes.CommandMistake.KEYS_GO_WITH_THE_CLIENT;
import static miniredis.proof.mistakes.ConnectionMistake.*;
import static miniredis.proof.mistakes.LineMistake.ANSWERS_EVERY_LINE;
import static miniredis.proof.mistakes.LineMistake.SPEAKS_HTTP;
import static miniredis.proof.mistakes.ProtocolMistake.*;
import static miniredis.proof.mistakes.StreamMistake.*;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/** One client: read a request, carry it out, write the reply, and repeat. */
final class Connection implements Runnable {
    private final Socket socket;
    private final Listener listener;
    private final Fault slip;
    private final Outbox outbox;
    private final Inbox inbox;
    private final RequestReader reader;
    private final Commands commands;
    private boolean broken;
    private int served;

    Connection(Socket socket, Listener listener, Shared shared, Fault slip) throws IOException {
        this.socket = socket;
        this.listener = listener;
        this.slip = slip;
        socket.setTcpNoDelay(true);
        outbox = new Outbox(socket.getOutputStream(), listener, shared, slip);
        inbox = new Inbox(socket, outbox, slip);
        reader = new RequestReader(inbox, shared, slip);
        commands = new Commands(shared.keyspace(), new Replies(slip), slip);
    }

    @Override
    public void run() {
        try (socket) {
            converse();
        } catch (IOException left) {
            afterTrouble(left);
        } catch (RuntimeException mistake) {
            // The thread ends, and the connection with it.
        } finally {
            if (slip.is(KEYS_GO_WITH_THE_CLIENT)) {
                commands.removeOwnKeys();
            }
            listener.forget(this);
        }
    }

    private void converse() throws IOException {
        try {
            greet();
            serve();
            sayGoodbye();
        } catch (Broken.ServerEnds end) {
            // Before the socket is closed: a client that sees it closed checks immediately if the server has died.
            listener.die();
        }
    }

    /** Waits for the first bytes. Any thread may call this. */
    void readAhead() throws IOException {
        inbox.fill();
    }

    private void greet() throws IOException {
        if (slip.is(GREETS)) {
            outbox.add("+OK welcome\r\n");
            outbox.flush();
        }
        if (slip.is(HANGS_UP_ON_THE_SILENT) && !inbox.hasSomethingWithin(5)) {
            socket.close();
        }
    }

    private void serve() throws IOException {
        while (true) {
            try {
                var request = reader.next();
                if (request == null) {
                    break;
                }
                answer(request);
                served++;
                if (slip.is(CLOSES_AFTER_ONE_REPLY) || slip.is(A_HUNDRED_REQUESTS_A_CONNECTION) && served == 100) {
                    outbox.flush();
                    return;
                }
                if (slip.is(ANSWERS_ONLY_ONCE)) {
                    outbox.flush();
                    inbox.ignoreTheRest();
                }
            } catch (Broken.Request broken) {
                if (!goesOnAfter(broken)) {
                    return;
                }
            } catch (Broken.Forgotten startAnew) {
                // The part of the request that has arrived is lost.
            }
        }
        atTheEnd();
    }

    private void answer(List<String> request) throws IOException {
        if (request.isEmpty()) {
            return;
        }
        String reply = commands.execute(request);
        if (slip.is(SPEAKS_HTTP)) {
            reply = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nPONG";
        }
        if (slip.is(ANSWERS_OUT_OF_ORDER) && request.get(0).equalsIgnoreCase("GET")) {
            outbox.addLast(reply);
            return;
        }
        outbox.answer(reply);
        if (slip.is(ANSWERS_EVERY_LINE)) {
            for (int lines = request.size() * 2; lines > 0; lines--) {
                outbox.answer(reply);
            }
        }
        if (reply.startsWith("-")) {
            afterOrdinaryError();
        }
        if (slip.is(ONE_REQUEST_A_READ)) {
            inbox.dropRest();
        }
    }

    private void afterOrdinaryError() throws IOException {
        if (slip.is(EVERY_ERROR_CLOSES)) {
            outbox.flush();
            throw new Broken.Closing();
        }
        if (slip.is(ERROR_DROPS_THE_REST)) {
            inbox.dropRest();
        }
    }

    /** Sends the error; returns whether the connection stays open, which is a mistake. */
    private boolean goesOnAfter(Broken.Request mistake) throws IOException {
        if (slip.is(BROKEN_REQUEST_ENDS_THE_SERVER)) {
            throw new Broken.ServerEnds();
        }
        if (slip.is(FORGETS_WHAT_CAME_BEFORE)) {
            outbox.clear();
        }
        if (!mistake.isSilent() && !slip.is(CLOSES_WITHOUT_A_WORD)) {
            outbox.answer(new Replies(slip).error(mistake.getMessage()));
        }
        if (slip.is(FINISHES_THE_PACKET) && !broken) {
            broken = true;
            inbox.endWithThisRead();
            return true;
        }
        outbox.flush();
        if (slip.is(BROKEN_REQUEST_CLOSES_ALL)) {
            listener.closeAllConnections();
        }
        if (slip.is(GOES_ON_AFTER_A_BROKEN_REQUEST)) {
            return true;
        }
        return mistake.isHarmless();
    }

    private void atTheEnd() throws IOException {
        if (slip.is(FORGETS_REPLIES_AT_THE_END)) {
            outbox.clear();
        }
        outbox.flush();
        if (slip.is(ENDS_WHEN_A_CLIENT_LEAVES)) {
            throw new Broken.ServerEnds();
        }
        if (slip.is(NEVER_CLOSES)) {
            waitForEver();
        }
    }

    private void afterTrouble(IOException trouble) {
        boolean halfARequest = reader.isInTheMiddle();
        boolean reset = trouble instanceof SocketException;
        // While many replies are being sent, it is a matter of chance whether a read or a write fails first.
        boolean whileWriting = trouble instanceof Outbox.WriteFailed || reset && inbox.reads() > 2;
        if (whileWriting && slip.is(ENDS_ON_A_FAILED_WRITE)) {
            listener.die();
        } else if (trouble instanceof Outbox.WriteFailed) {
            return;
        } else if (reset && slip.is(halfARequest ? ENDS_ON_A_RESET_IN_A_REQUEST : ENDS_ON_A_RESET)) {
            listener.die();
        } else if (!reset && halfARequest && slip.is(ENDS_WHEN_HALF_A_REQUEST_IS_LEFT)) {
            listener.die();
        }
        if (reset && slip.is(STOPS_ACCEPTING_AFTER_A_RESET)) {
            listener.stopAccepting();
        }
        if (reset && slip.is(A_RESET_CLOSES_ALL)) {
            listener.closeAllConnections();
        }
    }

    /**
     * Closing a socket in which unread bytes wait makes TCP send a reset, which may destroy the last reply on its way. So first
     * close only the output, then read for a while and discard what arrives.
     */
    private void sayGoodbye() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(300);
        var nowhere = new byte[4096];
        while (socket.getInputStream().read(nowhere) >= 0) {
            // whatever the client still sends no longer matters
        }
    }

    static void waitForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
        }
    }

    Outbox outbox() {
        return outbox;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // it is closed in any case
        }
    }
}
