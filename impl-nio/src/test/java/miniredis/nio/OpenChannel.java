package miniredis.nio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Stands in for a socket in tests. */
abstract sealed class OpenChannel implements Channel {
    @Override
    public final boolean isOpen() {
        return true;
    }

    @Override
    public final void close() {}

    /** Has these bytes to read, and after them nothing for the moment. */
    static final class Source extends OpenChannel implements ReadableByteChannel {
        private final ByteBuffer bytes;

        Source(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer target) {
            int count = Math.min(bytes.remaining(), target.remaining());
            target.put(bytes.slice().limit(count));
            bytes.position(bytes.position() + count);
            return count;
        }
    }

    /** Takes so many bytes, and then no more until it is given more room. */
    static final class Sink extends OpenChannel implements WritableByteChannel {
        private final ByteArrayOutputStream taken;
        private int room;

        Sink(ByteArrayOutputStream taken, int room) {
            this.taken = taken;
            this.room = room;
        }

        void giveRoom(int count) {
            room += count;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = Math.min(room, source.remaining());
            for (int i = 0; i < count; i++) {
                taken.write(source.get());
            }
            room -= room == Integer.MAX_VALUE ? 0 : count;
            return count;
        }
    }
}
