/** What one client, or a thousand, can do to a server. The server has to survive all of it, at a limited cost. */
package miniredis.proof.stress;
