/** Many servers: a list of them, one run each, and what the runs have left joined into one comparison. */
@NullMarked
package miniredis.spec.compare;

import org.jspecify.annotations.NullMarked;
