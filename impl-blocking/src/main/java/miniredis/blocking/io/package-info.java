/** The buffers of a connection: small while a client is idle, and counted while it sends or receives. */
@NullMarked
package miniredis.blocking.io;

import org.jspecify.annotations.NullMarked;
