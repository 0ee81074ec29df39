/** Servers that die, hang, flood, or start only once: what a run says about them, and that it ends. */
package miniredis.proof.faultyservers;
