/** What clients and data may cost, and what is done when it is too much; docs/limits.md says what a user can expect. */
@NullMarked
package miniredis.blocking.limits;

import org.jspecify.annotations.NullMarked;
