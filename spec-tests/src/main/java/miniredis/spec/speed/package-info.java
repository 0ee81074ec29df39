/** The program redis-benchmark: what it is asked, and what it found. */
@NullMarked
package miniredis.spec.speed;

import org.jspecify.annotations.NullMarked;
