package miniredis.nio.store;

/**
 * SipHash-1-3, the keyed hash of Aumasson and Bernstein in the variant with one round for each word and three at the end.
 * An attacker who does not know the secret cannot find keys that collide. A key of 16 bytes costs some ten nanoseconds.
 */
final class SipHash {
    private final long k0;
    private final long k1;

    /** The two halves of the secret. */
    SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** Hashes bytes[from..from+length); the array must have eight bytes more than that. */
    long hash(byte[] bytes, int from, int length) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        int whole = length & -Words.SIZE;
        long rest = Words.get(bytes, from + whole) & Words.mask(length - whole) | (long) length << 56;
        for (int i = 0; i <= whole + 3 * Words.SIZE; i += Words.SIZE) {
            long word = 0;
            if (i < whole) {
                word = Words.get(bytes, from + i);
            } else if (i == whole) {
                word = rest;
            } else if (i == whole + Words.SIZE) {
                v2 ^= 0xff;
            }
            v3 ^= word;
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
