package miniredis.nio.store;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes slices as they arrive, and reads what the store returns. */
public final class Slices {
    private static final int BEFORE = 3;

    private Slices() {}

    static Slice of(String latin1) {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Slice of(byte[] content) {
        var bytes = new byte[BEFORE + content.length + Words.SIZE];
        Arrays.fill(bytes, (byte) '#'); // the bytes around a slice must not matter
        System.arraycopy(content, 0, bytes, BEFORE, content.length);
        return new Piece(bytes, content.length);
    }

    /** A long slice; {@link #forget} it when it has been used. */
    static Slice blob(BlobAllocator blobs, byte[] content) {
        return new Piece(blobOf(blobs, content));
    }

    /** A blob with one holder. */
    public static Blob blobOf(BlobAllocator blobs, byte[] content) {
        var blob = blobs.take();
        blob.append(content, 0, content.length);
        return blob;
    }

    static void forget(Slice slice) {
        slice.release();
    }

    static byte[] bytes(@Nullable Value found) {
        var value = requireNonNull(found, "there is no such key");
        if (value.blob() != null) {
            var all = ByteBuffer.allocate(value.blob().length());
            value.blob().copy(0, all);
            return all.array();
        }
        var bytes = new byte[value.length() + Words.SIZE];
        value.copy(bytes, 0);
        return Arrays.copyOf(bytes, value.length());
    }

    private static final class Piece extends Slice {
        private final byte[] bytes;

        Piece(byte[] bytes, int length) {
            this.bytes = bytes;
            set(length);
        }

        Piece(Blob blob) {
            this.bytes = new byte[0];
            set(blob);
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public int from() {
            return BEFORE;
        }
    }
}
