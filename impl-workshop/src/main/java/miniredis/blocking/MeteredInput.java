package miniredis.blocking;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what the request that is being read costs. How it is read tells: what is read byte by byte is a header, and each
 * argument needs some forty bytes for its objects and at least six for its headers; what is read in one go is a payload,
 * first collected in pieces, and then copied into one.
 */
final class MeteredInput extends FilterInputStream {
    private static final int PER_HEADER_BYTE = 8;
    private static final int PER_PAYLOAD_BYTE = 2;
    /** The pieces a long payload is collected in are there before its bytes are. */
    private static final int PIECES = 32 * 1024;

    private static final int LONG = 1024;

    private final Share share;

    MeteredInput(InputStream in, Share share) {
        super(in);
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        share.add(PER_HEADER_BYTE);
        return super.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = super.read(target, from, length);
        share.add((long) Math.max(count, 0) * PER_PAYLOAD_BYTE);
        return count;
    }

    @Override
    public byte[] readNBytes(int length) throws IOException {
        if (length > LONG) {
            share.add(PIECES);
        }
        return super.readNBytes(length);
    }
}
