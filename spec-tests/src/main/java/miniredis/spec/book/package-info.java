/** The specification alone, as one page to read or to print. */
package miniredis.spec.book;
