/** Mistakes that a program makes in the two servers, and which of them the specification notices. */
package miniredis.proof.mutants;
