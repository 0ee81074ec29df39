/** The specification against a server that Maven names, against the two of this repository, and against several servers. */
package miniredis.spec;
