package miniredis.spec.watch;

import java.util.function.IntConsumer;

/** Where views are shown. */
interface Display extends AutoCloseable {
    /** Shows what there is to see now; may be called often. */
    void show(View view);

    /**
     * Begins to listen, where there is a keyboard.
     *
     * @param keys is told of each key: a character, or one of the constants of {@link Keyboard}
     * @param resized is told when the window has another size
     */
    default void listen(IntConsumer keys, Runnable resized) {}

    @Override
    void close();
}
