package miniredis.spec.steps;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import miniredis.spec.command.Catalogue;
import miniredis.spec.exploration.Message.Form;
import miniredis.spec.exploration.WrongReply;
import miniredis.spec.exploration.WrongReply.End;
import miniredis.spec.i18n.Message;
import miniredis.spec.model.Reply;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Bytes;

/** A reply that the rules do not allow, as evidence; and what its cause is called. */
final class WrongReplyEvidence {
    private WrongReplyEvidence() {}

    /** @param last what was received last */
    static Evidence of(WrongReply wrong, ExploredServer.Unanswered last, boolean exact) {
        return new Evidence(last.sent(), new Expected.Explored(expected(wrong, exact), cause(wrong)), last.actual());
    }

    /** The same for the server compared with, where the server under test does what the rules allow. */
    static Evidence ofOracle(WrongReply wrong, ExploredServer.Unanswered last, boolean exact) {
        var cause = Message.of("cause.other-server", cause(wrong));
        return new Evidence(last.sent(), new Expected.Explored(expected(wrong, exact), cause), last.actual());
    }

    private static Expected expected(WrongReply wrong, boolean exact) {
        if (wrong.allowed().isEmpty()) {
            return new Expected.Closed();
        }
        var allowed = wrong.allowed().stream().distinct().toList();
        return allowed.size() == 1 ? expected(allowed.get(0), exact) : shaped(allowed);
    }

    private static Expected expected(Reply reply, boolean exact) {
        if (reply instanceof Reply.Simple simple) {
            return Expected.simpleString(simple.text());
        } else if (reply instanceof Reply.Failure error) {
            return exact ? Expected.error(Bytes.of(error.text())) : new Expected.AnyError();
        } else if (reply instanceof Reply.Int integer) {
            return Expected.integer(integer.number());
        } else if (reply instanceof Reply.Bulk bulk) {
            return Expected.bulkString(Bytes.of(bulk.bytes()));
        } else if (reply instanceof Reply.Null) {
            return Expected.NULL;
        } else if (reply instanceof Reply.Between range) {
            return range.low() == range.high() && exact
                    ? Expected.integer(range.low())
                    : new Expected.IntegerFrom(range.low() - (exact ? 0 : 1), range.high());
        }
        return shaped(List.of(reply));
    }

    /** The bytes of a reply; where it has several forms, what it is in words. */
    static byte[] wire(Reply reply) {
        return expected(reply, true).wire().orElseGet(() -> Bytes.of(reply.shown()));
    }

    private static Expected shaped(List<Reply> allowed) {
        var words = allowed.stream().map(Reply::shown).collect(Collectors.joining(" or "));
        return new Expected.Shaped(words, reply -> false, "");
    }

    /** The same for all conversations that show one mistake: no values, no keys. */
    private static Message cause(WrongReply wrong) {
        var what = Message.verbatim(subject(wrong));
        if (wrong.isAboutAMessage()) {
            return Message.of("cause.wrong-message", what);
        } else if (wrong.allowed().isEmpty()) {
            return Message.of("cause.stays-open", what);
        } else if (wrong.end() == End.CLOSED) {
            return Message.of("cause.connection-ends", what);
        } else if (wrong.end() == End.SILENT) {
            return Message.of("cause.no-reply-to", what);
        }
        var kinds = wrong.allowed().stream().map(Kind::of).distinct().toList();
        var came = Kind.of(requireNonNull(wrong.actual(), "answered"));
        return kinds.contains(came)
                ? Message.of(came.wrong, what)
                : Message.of("cause.wrong-reply", what, Message.of(came.name), Message.of(kinds.get(0).name));
    }

    /** The command, as the catalogue writes it. */
    private static String subject(WrongReply wrong) {
        if (wrong.message().form() == Form.RAW) {
            return wrong.message().shown();
        }
        var name = wrong.message().words().get(0).toUpperCase(Locale.ROOT);
        return Catalogue.command(name).isPresent() ? name : "an unknown command";
    }

    /** Sorts of replies, by what people call them, and what a wrong one is called where another of its sort is correct. */
    private enum Kind {
        ERROR("kind.error", "cause.wrong-value.error"),
        INTEGER("kind.integer", "cause.wrong-value.integer"),
        VALUE("kind.value", "cause.wrong-value.value"),
        NULL("kind.null", "cause.wrong-value.null"),
        STATUS("kind.status", "cause.wrong-value.status"),
        ARRAY("kind.array", "cause.wrong-value.array");

        private final String name;
        private final String wrong;

        Kind(String name, String wrong) {
            this.name = name;
            this.wrong = wrong;
        }

        static Kind of(Reply reply) {
            if (reply instanceof Reply.Failure) {
                return ERROR;
            } else if (reply instanceof Reply.Int || reply instanceof Reply.Between || reply instanceof Reply.AnyInt) {
                return INTEGER;
            } else if (reply instanceof Reply.Bulk) {
                return VALUE;
            } else if (reply instanceof Reply.Null
                    || reply instanceof Reply.NullArray
                    || reply instanceof Reply.Null3) {
                return NULL;
            } else if (reply instanceof Reply.Simple) {
                return STATUS;
            } else if (reply instanceof Reply.OneOf any) {
                return of(any.choices().get(0));
            }
            return ARRAY;
        }
    }
}
