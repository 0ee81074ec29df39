/** Clients and replies in RESP, a recording of every byte, and how long to wait for one. */
package miniredis.spec.wire;
