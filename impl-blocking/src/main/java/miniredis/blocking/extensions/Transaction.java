package miniredis.blocking.extensions;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import org.jspecify.annotations.Nullable;

/** What one client has queued since MULTI, and the keys it watches. */
final class Transaction {
    private final Map<Bytes, Boolean> watched = new HashMap<>();
    private @Nullable List<Supplier<Reply>> queued;
    private int carriedOut = -1;
    private boolean spoiled;
    private boolean changed;

    boolean isOpen() {
        return queued != null;
    }

    /** How many commands are queued, or being carried out by EXEC; -1 without MULTI. */
    int length() {
        var list = queued;
        return list == null ? carriedOut : list.size();
    }

    void open() {
        queued = new ArrayList<>();
    }

    Reply queue(Supplier<Reply> command) {
        queued().add(command);
        return new Reply.SimpleString("QUEUED");
    }

    /** The commands queued since MULTI. */
    List<Supplier<Reply>> queued() {
        return requireNonNull(queued, "not open");
    }

    /** EXEC begins to carry out so many commands; -1 when it has finished. */
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

    /** @param exists whether the key exists now; if it does, and its lifetime ends before EXEC, it has changed */
    void watch(Bytes key, boolean exists) {
        watched.putIfAbsent(key, exists);
    }

    /** The watched keys, and whether each of them existed when it was first watched. */
    Map<Bytes, Boolean> watched() {
        return watched;
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

    void close() {
        queued = null;
        spoiled = false;
        unwatch();
    }
}
