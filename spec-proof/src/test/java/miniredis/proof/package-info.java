/** The proofs about the specification itself: every known mistake is caught, no right server is blamed, and each blame can be shown again. */
package miniredis.proof;
