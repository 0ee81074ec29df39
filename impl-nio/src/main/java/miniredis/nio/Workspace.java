package miniredis.nio;

import java.nio.ByteBuffer;

/**
 * The buffers that requests and replies pass through. Only one connection is being served at a time, so all of them use the
 * same buffers.
 *
 * @param wire off-heap, for what goes to a socket
 */
record Workspace(ReadBuffer readBuffer, Batch batch, Reply reply, ByteBuffer wire) {
    /** Bytes of one write: enough for a value of 64 KiB and the bytes around it. */
    private static final int WIRE_SIZE = 128 * 1024;

    static Workspace create() {
        return new Workspace(new ReadBuffer(), new Batch(), new Reply(), ByteBuffer.allocateDirect(WIRE_SIZE));
    }
}
