/** Many servers: a list of them, one run each, and their results joined into one comparison. */
@NullMarked
package miniredis.spec.compare;

import org.jspecify.annotations.NullMarked;
