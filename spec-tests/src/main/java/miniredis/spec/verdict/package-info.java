/**
 * What was {@linkplain miniredis.spec.verdict.Expected expected}, what was {@linkplain miniredis.spec.verdict.Observed observed}, and
 * what that says: hints, causes, and what to fix first.
 */
package miniredis.spec.verdict;
