package miniredis.proof.stress;

/**
 * Which server is attacked, and with how much memory.
 *
 * @param server the module
 * @param java the program
 * @param heap as after -Xmx, or {@link #DEFAULT_HEAP}
 */
record Setting(String server, String java, String heap) {
    static final String DEFAULT_HEAP = "default";

    @Override
    public String toString() {
        return server + ", heap " + heap + ", " + java;
    }
}
