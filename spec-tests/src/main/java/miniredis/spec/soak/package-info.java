/** Load for minutes, with connections that come and go: every reply is compared, and memory is watched. */
@NullMarked
package miniredis.spec.soak;

import org.jspecify.annotations.NullMarked;
