/** What one client, or a thousand, can do to a server: all of it has to be survived, and at a price that is bounded. */
package miniredis.proof.stress;
