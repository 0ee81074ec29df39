/** Small servers that do one thing wrong, for the tests of whatever has to notice it. */
package miniredis.spec.fakes;
