package miniredis.nio.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key of a command: where its bytes are, and their hash. There is one such object, loaded with each key in turn.
 *
 * <p>Of a key longer than {@link Blob#THRESHOLD} only its SHA-256 is stored: no command returns the bytes of a key, and an
 * attacker cannot make two keys with the same digest. So every key in the keyspace is short.
 */
final class Key {
    private static final int DIGEST_LENGTH = 32;

    private final SipHash sipHash;
    private byte[] bytes = {};
    private int from;
    private int length;
    private int hash;
    private boolean digest;
    private byte[] scratch = new byte[256];

    Key(SipHash sipHash) {
        this.sipHash = sipHash;
    }

    void load(Slice slice) {
        if (slice.blob() == null) {
            locate(slice.bytes(), slice.from(), slice.length(), false);
            hash = slice.hash(sipHash);
        } else {
            locate(digestOf(slice.blob()), 0, DIGEST_LENGTH, true);
            hash = (int) sipHash.hash(bytes, from, length);
        }
    }

    /** Loads a key from the keyspace's memory. */
    void load(ByteBuffer buffer, int offset, int length, boolean digest) {
        if (scratch.length < length + Words.SIZE) {
            scratch = new byte[Blob.THRESHOLD + Words.SIZE];
        }
        buffer.get(offset, scratch, 0, length);
        locate(scratch, 0, length, digest);
        hash = (int) sipHash.hash(bytes, from, length);
    }

    /** The array with the key's bytes from {@link #from} on, and at least eight bytes more. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    int hash() {
        return hash;
    }

    /** Whether the bytes are not the key but its digest. */
    boolean isDigest() {
        return digest;
    }

    private void locate(byte[] bytes, int from, int length, boolean digest) {
        if (this.bytes != bytes) { // it hardly ever changes, and storing a reference costs more than comparing
            this.bytes = bytes;
        }
        this.from = from;
        this.length = length;
        this.digest = digest;
    }

    private static byte[] digestOf(Blob blob) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var piece = ByteBuffer.allocate(Blob.BLOCK);
            for (int done = 0; done < blob.length(); done += piece.limit()) {
                blob.copy(done, piece.clear());
                sha.update(piece.flip());
                piece.rewind();
            }
            var digest = new byte[DIGEST_LENGTH + Words.SIZE];
            System.arraycopy(sha.digest(), 0, digest, 0, DIGEST_LENGTH);
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
