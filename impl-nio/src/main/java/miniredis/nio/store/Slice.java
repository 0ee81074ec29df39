package miniredis.nio.store;

import org.jspecify.annotations.Nullable;

/**
 * A key or a value on its way into the store: some bytes of an array that belongs to the caller, not a copy of them, or
 * a {@link Blob} if it is longer than {@link Blob#THRESHOLD}. The store reads it during a call and keeps no reference
 * to it.
 */
public abstract class Slice {
    private int length;
    private int hash;
    private boolean hashed;
    private @Nullable Blob blob;

    /** The array that holds the slice from {@link #from} on, and at least eight bytes more after its end. */
    public abstract byte[] bytes();

    /** Where in {@link #bytes} the slice begins. */
    public abstract int from();

    public final int length() {
        return length;
    }

    /** The whole content if it is long, otherwise null. */
    public final @Nullable Blob blob() {
        return blob;
    }

    /** The slice now has so many bytes, and they are new ones. */
    protected final void set(int length) {
        this.length = length;
        this.hashed = false;
    }

    /** The slice is now this blob, and one of its holders. */
    protected final void set(Blob blob) {
        this.blob = blob;
        this.length = blob.length();
    }

    /** Releases the blob, if there is one. */
    protected final void release() {
        if (blob != null) {
            blob.release();
            blob = null;
        }
    }

    /** The hash of the bytes, computed when it is first needed. */
    final int hash(SipHash sipHash) {
        if (!hashed) {
            hash = (int) sipHash.hash(bytes(), from(), length);
            hashed = true;
        }
        return hash;
    }
}
