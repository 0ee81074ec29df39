/** Clients and replies in RESP, a recording of every byte, and how long to wait. */
@NullMarked
package miniredis.spec.wire;

import org.jspecify.annotations.NullMarked;
