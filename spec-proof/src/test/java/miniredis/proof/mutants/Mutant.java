package miniredis.proof.mutants;

import java.util.zip.CRC32;
import org.pitest.mutationtest.engine.MutationDetails;

/**
 * A server with one small change that a machine has made.
 *
 * @param key names it for years: class, method, mutator, and which of those in the method, from 1. Lines and numbers of
 *     instructions, which every edit moves, are not in it
 * @param className as the class file has it: {@code miniredis/blocking/Bytes}
 * @param line of the source, as it is now; 0 where the compiler says none
 * @param description what was changed, in PIT's words
 * @param bytes the changed class
 */
record Mutant(String key, String className, int line, String description, byte[] bytes) {
    static Mutant of(String key, MutationDetails details, byte[] bytes) {
        return new Mutant(
                key, details.getClassName().asInternalName(), details.getLineNumber(), details.getDescription(), bytes);
    }

    /** Tells whether the class is the same as in an earlier run. */
    String checksum() {
        var sum = new CRC32();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }

    /** Where to look, and for what. */
    @Override
    public String toString() {
        return "%s (line %d: %s)".formatted(key, line, description);
    }
}
