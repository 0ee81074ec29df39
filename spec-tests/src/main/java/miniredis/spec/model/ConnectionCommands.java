package miniredis.spec.model;

import static miniredis.spec.model.Command.Trait.NOT_QUEUED;
import static miniredis.spec.model.Command.Trait.WHILE_SUBSCRIBED;

import java.util.List;
import miniredis.spec.model.Command.Call;
import miniredis.spec.model.Command.Keys;

/** What concerns one connection alone: PING, ECHO, HELLO, AUTH, SELECT, CLIENT, QUIT, RESET. */
final class ConnectionCommands {
    private static final String BAD_NAME = "ERR Client names cannot contain spaces, newlines or special characters.";
    private static final String NO_SUCH_USER = "WRONGPASS invalid username-password pair or user is disabled.";
    private static final String NO_PASSWORD = "ERR AUTH <password> called without any password configured for the"
            + " default user. Are you sure your configuration is correct?";

    private ConnectionCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("ping", -1, Keys.NONE, ConnectionCommands::ping, WHILE_SUBSCRIBED),
                Command.of("echo", 2, Keys.NONE, ConnectionCommands::echo),
                Command.of("hello", -1, Keys.NONE, ConnectionCommands::hello),
                Command.of("auth", -2, Keys.NONE, ConnectionCommands::auth),
                Command.of("select", 2, Keys.NONE, ConnectionCommands::select),
                Command.of("client|", -2, Keys.NONE, (state, call) -> List.of()),
                Command.of("client|id", 2, Keys.NONE, ConnectionCommands::id),
                Command.of("client|getname", 2, Keys.NONE, ConnectionCommands::name),
                Command.of("client|setname", 3, Keys.NONE, ConnectionCommands::rename),
                Command.of("quit", -1, Keys.NONE, ConnectionCommands::quit, NOT_QUEUED, WHILE_SUBSCRIBED),
                Command.of("reset", 1, Keys.NONE, ConnectionCommands::reset, NOT_QUEUED, WHILE_SUBSCRIBED));
    }

    private static List<Outcome> ping(State state, Call call) {
        if (call.args().size() > 1) {
            return Outcome.error(state, call.client(), Model.wrongNumber("ping"));
        }
        var session = state.session(call.client());
        if (session.protocol() == 2 && session.isSubscribed()) {
            var message = call.args().isEmpty() ? "" : call.arg(0);
            return Outcome.only(state, call.client(), Reply.array(Reply.bulk("pong"), Reply.bulk(message)));
        }
        return Outcome.only(
                state, call.client(), call.args().isEmpty() ? new Reply.Simple("PONG") : Reply.bulk(call.arg(0)));
    }

    private static List<Outcome> echo(State state, Call call) {
        return Outcome.only(state, call.client(), Reply.bulk(call.arg(0)));
    }

    /** Everything is checked before anything is changed. */
    private static List<Outcome> hello(State state, Call call) {
        var session = state.session(call.client());
        try {
            if (!call.args().isEmpty()) {
                session = session.speaking(protocol(call.arg(0)));
            }
            for (int at = 1; at < call.args().size(); ) {
                int left = call.args().size() - at - 1;
                if (Text.isWord(call.arg(at), "auth") && left >= 2) {
                    requireDefaultUser(call.arg(at + 1));
                    at += 3;
                } else if (Text.isWord(call.arg(at), "setname") && left >= 1) {
                    session = session.named(valid(call.arg(at + 1)));
                    at += 2;
                } else {
                    throw new RefusedException(
                            "ERR Syntax error in HELLO option '" + Text.untilNul(call.arg(at)) + "'");
                }
            }
        } catch (RefusedException refused) {
            return Outcome.error(state, call.client(), refused.error());
        }
        return Outcome.only(
                state.with(call.client(), session), call.client(), new Reply.Description(session.protocol()));
    }

    private static int protocol(String text) throws RefusedException {
        long version = Text.integer(text)
                .orElseThrow(() -> new RefusedException("ERR Protocol version is not an integer or out of range"));
        if (version != 2 && version != 3) {
            throw new RefusedException("NOPROTO unsupported protocol version");
        }
        return (int) version;
    }

    private static void requireDefaultUser(String user) throws RefusedException {
        if (!user.equals("default")) {
            throw new RefusedException(NO_SUCH_USER);
        }
    }

    private static String valid(String name) throws RefusedException {
        if (!name.chars().allMatch(c -> c >= '!' && c <= '~')) {
            throw new RefusedException(BAD_NAME);
        }
        return name;
    }

    private static List<Outcome> auth(State state, Call call) {
        if (call.args().size() == 2 && call.arg(0).equals("default")) {
            return Outcome.only(state, call.client(), Reply.ok());
        }
        return Outcome.error(
                state,
                call.client(),
                switch (call.args().size()) {
                    case 1 -> NO_PASSWORD;
                    case 2 -> NO_SUCH_USER;
                    default -> "ERR syntax error";
                });
    }

    private static List<Outcome> select(State state, Call call) {
        var database = Text.integer(call.arg(0));
        if (database.isEmpty()) {
            return Outcome.error(state, call.client(), StringCommands.NO_INTEGER);
        }
        if (database.getAsLong() != (int) database.getAsLong()) {
            var error = "ERR value is out of range, value must between -2147483648 and 2147483647";
            return Outcome.error(state, call.client(), error);
        }
        return database.getAsLong() == 0
                ? Outcome.only(state, call.client(), Reply.ok())
                : Outcome.error(state, call.client(), "ERR DB index is out of range");
    }

    private static List<Outcome> id(State state, Call call) {
        return Outcome.only(state, call.client(), new Reply.AnyInt());
    }

    private static List<Outcome> name(State state, Call call) {
        var name = state.session(call.client()).name();
        return Outcome.only(state, call.client(), name.isEmpty() ? Reply.nil() : Reply.bulk(name));
    }

    private static List<Outcome> rename(State state, Call call) {
        try {
            var named = state.session(call.client()).named(valid(call.arg(0)));
            return Outcome.only(state.with(call.client(), named), call.client(), Reply.ok());
        } catch (RefusedException refused) {
            return Outcome.error(state, call.client(), refused.error());
        }
    }

    private static List<Outcome> quit(State state, Call call) {
        return List.of(new Outcome(
                state.without(call.client()),
                Outcome.of(state, call.client(), Reply.ok()).sent(),
                true));
    }

    private static List<Outcome> reset(State state, Call call) {
        return Outcome.only(state.without(call.client()), call.client(), new Reply.Simple("RESET"));
    }
}
