package miniredis.proof.stress;

/** Something a client may do to a server, on purpose or not. Bounded in time, bytes and connections. */
interface Attack {
    String name();

    /** Attacks, expects what is special about this attack, and has left when it returns. */
    void run(AttackedServer server) throws Exception;

    /** What the server has to be started with for this. */
    default String[] options() {
        return new String[0];
    }
}
