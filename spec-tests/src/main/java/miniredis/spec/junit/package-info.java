/** The specification as tests of JUnit Jupiter, in this build and in anybody's. */
package miniredis.spec.junit;
