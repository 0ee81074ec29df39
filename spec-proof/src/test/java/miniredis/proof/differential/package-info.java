/** The same random streams of bytes to several servers: where the replies differ, the stream is cut down to the shortest that shows it. */
package miniredis.proof.differential;
