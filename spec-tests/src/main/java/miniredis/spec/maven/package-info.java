/** What is done inside Maven's own process, so that a verdict is the last thing on the screen. */
package miniredis.spec.maven;
