/** Sends the same random bytes to several servers. If the replies differ, the stream is cut to the shortest that shows this. */
package miniredis.proof.differential;
