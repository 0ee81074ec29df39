/** Bugs that were reported in public, each made on purpose in a correct server. */
package miniredis.proof.reported;
