package miniredis.proof.stress;

/** Something a client may do to a server, on purpose or not. Bounded in time, bytes and connections. */
interface Attack {
    String name();

    /** Attacks, checks what is special about this attack, and has disconnected when it returns. */
    void run(AttackedServer server) throws Exception;

    /** The options that the server has to be started with. */
    default String[] options() {
        return new String[0];
    }
}
