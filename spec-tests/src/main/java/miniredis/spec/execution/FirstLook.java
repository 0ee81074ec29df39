package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.TlsProbe;

/**
 * One look at what answers the very first PING. Some answers mean that there is nothing to judge: another kind of server, or a
 * Redis that does not let just anybody in. That is said, with what to do, in place of hundreds of verdicts that mean the same.
 */
final class FirstLook {
    private FirstLook() {}

    /** @throws ServerUnavailable when nothing can be judged there */
    static void at(Answer firstAnswer, ServerPool pool) throws ServerUnavailable {
        var text = new String(firstAnswer.bytes(), StandardCharsets.ISO_8859_1);
        var why = refusal(text)
                // A server that was started here is somebody's work in progress: whatever it says is judged.
                .or(() -> pool.startsAfresh() ? Optional.empty() : otherProtocol(text));
        if (why.isEmpty() && text.isEmpty() && !pool.startsAfresh() && speaksTls(pool)) {
            why = Optional.of("""
                    What listens there speaks TLS, and the specification is about plain TCP. Give it the port without TLS \
                    (Redis: port 6379 beside tls-port), or put a tunnel before it (socat, stunnel).""");
        }
        if (why.isPresent()) {
            throw new ServerUnavailable(why.get());
        }
    }

    private static Optional<String> refusal(String text) {
        if (text.startsWith("-NOAUTH")) {
            return Optional.of("""
                    The server asks for a password (NOAUTH), and the specification has no AUTH. Start it without one: Redis \
                    without requirepass, or with a user default that is on nopass.""");
        }
        if (text.startsWith("-LOADING")) {
            return Optional.of("""
                    The server is still loading its data (LOADING). Wait until it is ready, and run again; or start one with an \
                    empty directory.""");
        }
        if (text.startsWith("-DENIED")) {
            return Optional.of("""
                    The server is in protected mode (DENIED): it answers only clients of its own machine. Run this there, or \
                    start Redis with --protected-mode no where nobody else can reach it.""");
        }
        return Optional.empty();
    }

    private static Optional<String> otherProtocol(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http/") || lower.startsWith("<!doctype") || lower.startsWith("<html")) {
            return Optional.of("What listens there speaks HTTP: a web server, and no Redis. Is it the right port?");
        }
        if (text.startsWith("SSH-")) {
            return Optional.of("What listens there speaks SSH. Is it the right port?");
        }
        return text.startsWith("\u0015\u0003")
                ? Optional.of("What listens there speaks TLS; give it a port without.")
                : Optional.empty();
    }

    private static boolean speaksTls(ServerPool pool) throws ServerUnavailable {
        var instance = pool.take();
        try {
            return TlsProbe.succeeds(instance.context(false).address());
        } finally {
            pool.giveBack(instance);
        }
    }
}
