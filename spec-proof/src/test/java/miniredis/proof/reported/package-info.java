/** Bugs that were reported in public, each made on purpose in a right server. */
package miniredis.proof.reported;
