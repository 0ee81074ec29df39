/** The speed of a server, measured with redis-benchmark: a quick look for a comparison, and the pieces that the benchmarks are made of. */
@NullMarked
package miniredis.spec.speed;

import org.jspecify.annotations.NullMarked;
