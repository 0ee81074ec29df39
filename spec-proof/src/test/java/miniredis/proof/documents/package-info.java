/** Checks of the documents: their links, their commands, what they show of a run, and the editions in other languages. */
package miniredis.proof.documents;
