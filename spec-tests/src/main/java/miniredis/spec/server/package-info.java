/** The server under test: how it is named, started, found ready, watched, and ended with everything it started. */
package miniredis.spec.server;
