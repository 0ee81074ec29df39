/** Small servers that do one thing wrong, for the tests of the code that has to notice it. */
package miniredis.spec.fakes;
