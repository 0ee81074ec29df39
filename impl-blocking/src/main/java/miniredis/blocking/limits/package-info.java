/** How much memory clients and data may take, and what happens beyond that. docs/limits.md says what a user can expect. */
@NullMarked
package miniredis.blocking.limits;

import org.jspecify.annotations.NullMarked;
