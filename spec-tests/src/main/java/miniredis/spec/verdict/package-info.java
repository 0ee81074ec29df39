/**
 * What was {@linkplain miniredis.spec.verdict.Expected expected}, what was {@linkplain miniredis.spec.verdict.Actual observed}, and
 * what that says: hints, causes, and what to fix first.
 */
@NullMarked
package miniredis.spec.verdict;

import org.jspecify.annotations.NullMarked;
