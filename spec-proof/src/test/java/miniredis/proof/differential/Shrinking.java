package miniredis.proof.differential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks for a shorter stream with the same disagreement: without some parts, then without some bytes, while time is left. */
final class Shrinking {
    private final DifferentialRun contest;
    private final long until;

    private Shrinking(DifferentialRun contest, long until) {
        this.contest = contest;
        this.until = until;
    }

    /** @param until when to stop, as {@link System#nanoTime} counts */
    static ByteStream shortest(ByteStream stream, DifferentialRun contest, long until)
            throws InterruptedException, IOException {
        return new Shrinking(contest, until).shortest(stream);
    }

    private ByteStream shortest(ByteStream stream) throws InterruptedException, IOException {
        var best = stream;
        if (fails(best.cut(ByteStream.AT_ONCE))) {
            best = best.cut(ByteStream.AT_ONCE);
        }
        best = withoutPieces(best);
        return withoutPieces(best.with(bytewise(best.bytes())));
    }

    /** Leaves out runs of parts, long ones first. */
    private ByteStream withoutPieces(ByteStream stream) throws InterruptedException, IOException {
        var best = stream;
        for (int run = Math.max(1, best.parts().size() / 2); run >= 1; run /= 2) {
            for (int from = 0; from + run <= best.parts().size() && System.nanoTime() < until; ) {
                var fewer = new ArrayList<>(best.parts().subList(0, from));
                fewer.addAll(best.parts().subList(from + run, best.parts().size()));
                var candidate = best.with(fewer);
                if (fails(candidate)) {
                    best = candidate;
                } else {
                    from++;
                }
            }
        }
        return best;
    }

    private boolean fails(ByteStream candidate) throws InterruptedException, IOException {
        return System.nanoTime() < until && contest.disagreement(candidate).isPresent();
    }

    private static List<byte[]> bytewise(byte[] bytes) {
        var parts = new ArrayList<byte[]>();
        for (byte b : bytes) {
            parts.add(new byte[] {b});
        }
        return parts;
    }
}
