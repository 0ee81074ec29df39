/** Mistakes that people make in such servers, with the scenarios that catch them. */
package miniredis.proof.mistakes;
