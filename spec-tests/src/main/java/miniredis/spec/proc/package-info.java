/** What Linux tells about processes and sockets in {@code /proc}. Elsewhere nothing is known, and every answer says so. */
@NullMarked
package miniredis.spec.proc;

import org.jspecify.annotations.NullMarked;
