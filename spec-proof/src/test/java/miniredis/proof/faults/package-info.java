/** A correct server that can be told to make one of the mistakes, and impl-blocking with a change in its source. */
package miniredis.proof.faults;
