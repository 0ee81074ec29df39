package miniredis.nio;

import java.nio.ByteBuffer;

/**
 * The buffers that requests pass through on their way to becoming replies. Only one connection is being served at a
 * time, so all of them use the same.
 *
 * @param wire off-heap, for what goes to a socket
 */
record Workspace(ReadBuffer readBuffer, Batch batch, Reply reply, ByteBuffer wire) {
    /** Bytes written at once: enough for a value of 64 KiB and what stands around it. */
    private static final int WIRE_SIZE = 128 * 1024;

    static Workspace create() {
        return new Workspace(new ReadBuffer(), new Batch(), new Reply(), ByteBuffer.allocateDirect(WIRE_SIZE));
    }
}
