/**
 * {@linkplain miniredis.spec.verdict.Expected Expectation} and {@linkplain miniredis.spec.verdict.Actual actual} behaviour, and
 * what that says: hints, causes, and what to fix first.
 */
@NullMarked
package miniredis.spec.verdict;

import org.jspecify.annotations.NullMarked;
