/** Load for minutes, with connections that come and go: every reply is compared, and memory is watched. */
package miniredis.spec.soak;
