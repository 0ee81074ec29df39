package miniredis.nio;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client has queued since MULTI, and the keys it watches. */
final class Transaction {
    private final Runnable opensOrCloses;
    private final Map<String, Watched> watched = new HashMap<>();
    private @Nullable List<Request> queued;
    private long held;
    private int carriedOut = -1;
    private boolean spoiled;
    private boolean changed;

    /** A key, and whether it was there when watching began. */
    record Watched(Request request, int argument, boolean existed) {}

    /** @param opensOrCloses is told when {@link #isOpen} changes */
    Transaction(Runnable opensOrCloses) {
        this.opensOrCloses = opensOrCloses;
    }

    boolean isOpen() {
        return queued != null;
    }

    /** How many commands are queued, or being carried out by EXEC; -1 without MULTI. */
    int length() {
        return queued == null ? carriedOut : queued.size();
    }

    void open() {
        queued = new ArrayList<>();
        opensOrCloses.run();
    }

    void queue(Request request) {
        var copy = request.copy();
        queued().add(copy);
        held += copy.size();
    }

    /** The requests queued since MULTI. */
    List<Request> queued() {
        return requireNonNull(queued, "not open");
    }

    long held() {
        return held;
    }

    /** @param commands how many EXEC carries out now; -1 when it has finished */
    void carriesOut(int commands) {
        carriedOut = commands;
    }

    /** A command could not be queued: EXEC will do nothing. */
    void spoil() {
        spoiled = isOpen();
    }

    boolean isSpoiled() {
        return spoiled;
    }

    Map<String, Watched> watched() {
        return watched;
    }

    void watch(String key, Request request, int argument, boolean exists) {
        watched.putIfAbsent(key, new Watched(request, argument, exists));
    }

    /** A watched key was changed. */
    void change() {
        changed = true;
    }

    boolean hasChanged() {
        return changed;
    }

    void unwatch() {
        watched.clear();
        changed = false;
    }

    /** Ends it; the caller must {@linkplain Request#clear clear} the requests that it returns. */
    List<Request> close() {
        var all = queued;
        queued = null;
        held = 0;
        spoiled = false;
        unwatch();
        opensOrCloses.run();
        return all == null ? List.of() : all;
    }
}
