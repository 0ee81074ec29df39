/** The workshop: each part of each exercise turns those scenarios green that the lectures name. */
package miniredis.proof.workshop;
