/** A right server that can be told to make one of the mistakes, and impl-blocking with a line of its source changed. */
package miniredis.proof.faults;
