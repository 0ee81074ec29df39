package miniredis.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import miniredis.nio.store.Words;

/**
 * The memory that bytes arrive in, shared by all connections of the loop: only one is being served at a time, and usually
 * none of its bytes are left when the next one's turn comes.
 */
final class ReadBuffer {
    static final int SIZE = 256 * 1024;

    private final ByteBuffer wire = ByteBuffer.allocateDirect(SIZE); // the kernel writes off-heap memory only
    private final byte[] bytes = new byte[SIZE + Words.SIZE];

    byte[] bytes() {
        return bytes;
    }

    /** Reads at most {@code room} bytes into target[at..) and returns how many, or -1 at the end of the input. */
    int read(ReadableByteChannel channel, byte[] target, int at, int room) throws IOException {
        wire.clear().limit(Math.min(room, SIZE));
        int count = channel.read(wire);
        if (count > 0) {
            wire.get(0, target, at, count);
        }
        return count;
    }
}
