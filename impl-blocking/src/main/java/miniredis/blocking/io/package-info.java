/** The buffers of a connection: small while a client is silent, counted while it is not. */
@NullMarked
package miniredis.blocking.io;

import org.jspecify.annotations.NullMarked;
