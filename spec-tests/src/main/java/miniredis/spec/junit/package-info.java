/** The specification as tests of JUnit Jupiter, in this build and in others. */
package miniredis.spec.junit;
