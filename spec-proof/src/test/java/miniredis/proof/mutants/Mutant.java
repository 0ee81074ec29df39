package miniredis.proof.mutants;

import java.util.zip.CRC32;
import org.pitest.mutationtest.engine.MutationDetails;

/**
 * A server with one small change that a program has made.
 *
 * @param key a name that stays the same for years: class, method, mutator, and which of those in the method, from 1. It does not
 *     contain line numbers or instruction numbers, which change with every edit
 * @param className as in the class file: {@code miniredis/blocking/Bytes}
 * @param line the present line of the source; 0 if the compiler gives no line
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
