/**
 * What the commands do, as one small sequential description: a state and a request go in, the replies that the rules allow and the
 * next state come out. No sockets, no threads, no clock.
 *
 * <p>Bytes are written as text with one character a byte (ISO 8859-1), so that they can be compared, kept in maps and read.
 */
@NullMarked
package miniredis.spec.model;

import org.jspecify.annotations.NullMarked;
