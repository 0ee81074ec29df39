package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.TlsProbe;

/**
 * Looks at the answer to the very first PING. Some answers mean that there is nothing to judge: another kind of server, or a
 * Redis that refuses this client. One message then says so, and what to do, instead of hundreds of verdicts.
 */
final class Preflight {
    private Preflight() {}

    /** @throws ServerUnavailable when nothing can be judged there */
    static void at(Answer firstAnswer, ServerPool pool) throws ServerUnavailable {
        var text = new String(firstAnswer.bytes(), StandardCharsets.ISO_8859_1);
        var why = refusal(text)
                // A server that was started here is work in progress: whatever it answers is judged.
                .or(() -> pool.startsAfresh() ? Optional.empty() : otherProtocol(text));
        if (why.isEmpty() && text.isEmpty() && !pool.startsAfresh() && speaksTls(pool)) {
            why = Optional.of(Message.of("first-look.tls"));
        }
        if (why.isPresent()) {
            throw new ServerUnavailable(why.get());
        }
    }

    private static Optional<Message> refusal(String text) {
        if (text.startsWith("-NOAUTH")) {
            return Optional.of(Message.of("first-look.noauth"));
        }
        if (text.startsWith("-LOADING")) {
            return Optional.of(Message.of("first-look.loading"));
        }
        if (text.startsWith("-DENIED")) {
            return Optional.of(Message.of("first-look.denied"));
        }
        return Optional.empty();
    }

    private static Optional<Message> otherProtocol(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http/") || lower.startsWith("<!doctype") || lower.startsWith("<html")) {
            return Optional.of(Message.of("first-look.http"));
        }
        if (text.startsWith("SSH-")) {
            return Optional.of(Message.of("first-look.ssh"));
        }
        return text.startsWith("\u0015\u0003") ? Optional.of(Message.of("first-look.tls-alert")) : Optional.empty();
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
