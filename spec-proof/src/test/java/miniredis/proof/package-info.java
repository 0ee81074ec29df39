/** Proofs about the specification: every known mistake is caught, no correct server is blamed, each blame is reproducible. */
package miniredis.proof;
