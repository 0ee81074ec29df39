package miniredis.spec.watch;

import java.util.function.Consumer;

/** Where views are shown. */
interface Display extends AutoCloseable {
    /** Shows what there is to see now; may be called often. */
    void show(View view);

    /** Begins to hand keys on, where there are any. */
    void listen(Consumer<Event> events);

    @Override
    void close();
}
