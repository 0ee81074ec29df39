/**
 * A server with a thread for each client. To be read from the outside in: Server accepts, Connection serves one client,
 * RespReader and RespWriter know the protocol, Commands what was asked for, Keyspace what is there; each knows only those
 * behind it.
 */
@NullMarked
package miniredis.blocking;

import org.jspecify.annotations.NullMarked;
