package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import miniredis.spec.command.CommandRow.ReplyKind;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/** A server's answer to a request for something it may have, to be compared with its answer for an unknown name. */
record Response(Answer answer) {
    boolean isReply() {
        return reply().isPresent();
    }

    /** Whether it is what only a server with the command says: never an error, because servers without it send errors, too. */
    boolean is(ReplyKind kind) {
        return reply().filter(reply -> switch (kind) {
                    case NONE, ERROR -> false;
                    case SIMPLE -> reply instanceof Reply.SimpleString;
                    case TEXT -> reply instanceof Reply.SimpleString || reply instanceof Reply.BulkString;
                    case BULK -> reply instanceof Reply.BulkString;
                    case BULK_OR_NULL -> reply instanceof Reply.BulkString || reply instanceof Reply.NullBulkString;
                    case INTEGER -> reply instanceof Reply.IntegerReply;
                    case ARRAY -> reply instanceof Reply.ArrayReply;
                    case ANY -> !(reply instanceof Reply.ErrorReply);
                })
                .isPresent();
    }

    boolean isSilence() {
        return answer.bytes().length == 0 && (answer.ending() == Ending.SILENT || answer.ending() == Ending.SLOW);
    }

    /** Whether it is an error, or a silence that is not slowness. */
    boolean isRefusal() {
        return reply().map(Reply.ErrorReply.class::isInstance).orElse(isSilence() && answer.ending() == Ending.SILENT);
    }

    /** Whether the connection ended without an answer. */
    boolean isTheEnd() {
        return answer.bytes().length == 0 && answer.ending().isByServer();
    }

    /**
     * Whether both answers are equal, apart from the names {@code mine} and {@code theirs}: an error may quote the name. What is
     * no reply can be equal for other reasons, such as bytes left over from before, so that tells nothing.
     */
    boolean isTheSame(String mine, Response other, String theirs) {
        if (isReply()) {
            return other.isReply() && without(mine).equals(other.without(theirs));
        }
        return isSilence() && other.isSilence() || isTheEnd() && other.isTheEnd();
    }

    private String without(String name) {
        return new String(answer.bytes(), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .replace(name, "?");
    }

    Message inWords() {
        return reply().map(Reply::inWords).orElseGet(() -> switch (answer.ending()) {
            case SILENT, SLOW -> isSilence() ? Message.of("answer.silence") : Message.of("answer.part");
            case NOT_RESP -> Message.of("answer.no-reply");
            default -> Message.of("answer.end");
        });
    }

    private Optional<Reply> reply() {
        return answer.reading() instanceof Reading.Whole whole ? Optional.of(whole.reply()) : Optional.empty();
    }
}
