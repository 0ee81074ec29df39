/** Many servers: a list of them, one run each, and what the runs have left joined into one comparison. */
package miniredis.spec.compare;
