package miniredis.spec.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;

/**
 * Finds the rows of the catalogue that a server does not have yet: commands, subcommands, options. One is missing when its
 * request gets the same answer as with an unknown word in its place; or, in the first steps, when its correct request gets an
 * error or no answer at all: a stub may say what it likes. A scenario that needs it can't pass, whatever it saw: even a server
 * that knows nothing returns errors. Only what the scenarios of a run send is tried; {@link MissingOwnCommands} handles what only
 * own features send and the catalogue does not know.
 */
final class MissingCommands {
    private static final int EXTENSIONS = 5;

    private final Map<CommandRow, Message> answers;
    private final MissingOwnCommands others;
    private final boolean pingIsAnswered;

    /** @param answers what to say about the answers that came instead */
    private MissingCommands(Map<CommandRow, Message> answers, MissingOwnCommands others, boolean pingIsAnswered) {
        this.answers = answers;
        this.others = others;
        this.pingIsAnswered = pingIsAnswered;
    }

    /** None is known to be missing. */
    static MissingCommands none() {
        return new MissingCommands(Map.of(), MissingOwnCommands.none(), false);
    }

    /**
     * Finds out which commands of these scenarios a server lacks.
     *
     * @param own those that are not built in
     * @throws ServerUnavailable when the server is never available
     */
    static MissingCommands of(List<SpecScenario> scenarios, Set<SpecScenario> own, ServerPool pool)
            throws ServerUnavailable {
        var ping = CommandQuestion.ask(List.of("PING"), pool);
        if (ping.isTheEnd() && pool.answersLater()) {
            ping = CommandQuestion.ask(List.of("PING"), pool);
        }
        Preflight.at(ping.answer(), pool);
        // A server without any reply to PING does not lack commands: it is not a server yet.
        if (!ping.isReply()) {
            return none();
        }
        learnWhatItCanDo(pool);
        var wanted = Catalogue.rows()
                .filter(row -> !row.request().isEmpty())
                .filter(row -> scenarios.stream().anyMatch(scenario -> needs(scenario, row)))
                .toList();
        var answers = new HashMap<CommandRow, Message>();
        askOneByOne(wanted.stream().filter(row -> row.step() < EXTENSIONS).toList(), pool, answers);
        answers.putAll(Questions.askAll(
                wanted.stream().filter(row -> row.step() == EXTENSIONS).toList(), MissingCommands::isMissing, pool));
        var played = scenarios.stream().filter(own::contains).toList();
        return new MissingCommands(Map.copyOf(answers), MissingOwnCommands.of(played, pool), true);
    }

    private static void learnWhatItCanDo(ServerPool pool) throws ServerUnavailable {
        var instance = pool.take();
        try (var client = instance.context(false).newClient()) {
            client.command("PING");
            pool.setGetProbe().learn(client);
        } finally {
            instance.isHealthy();
            pool.giveBack(instance);
        }
    }

    /** Each on an instance in good health: an unfinished server may not survive a request. */
    private static void askOneByOne(List<CommandRow> rows, ServerPool pool, Map<CommandRow, Message> answers)
            throws ServerUnavailable {
        var unknownCommand = Optional.<Response>empty();
        for (var row : rows) {
            var question = new CommandQuestion(row);
            var said = question.askAfterSet(row.name(), pool);
            if (said.is(row.reply())) {
                continue;
            }
            // Silence takes two seconds and is always the same; an error may quote the request.
            if (unknownCommand.filter(Response::isSilence).isEmpty()) {
                unknownCommand = Optional.of(question.askAfterSet(CommandQuestion.NO_WORD, pool));
            }
            if (said.isTheSame(row.name(), unknownCommand.get(), CommandQuestion.NO_WORD)) {
                // Many learners' servers know names only as they were typed.
                boolean knowsSmallLetters = !said.isSilence()
                        && question.askAfterSet(row.name().toLowerCase(Locale.ROOT), pool)
                                .is(row.reply());
                answers.put(
                        row,
                        note(
                                "note.missing-command",
                                row,
                                knowsSmallLetters
                                        ? Message.of("note.missing-in-capitals", said.inWords())
                                        : said.inWords()));
            } else if (question.isNeverCarriedOut(said, pool)) {
                answers.put(row, note("note.missing-or-broken", row, said.inWords()));
            }
        }
    }

    private static Message note(String key, CommandRow row, Message answer) {
        return Message.of(key, row.name(), answer);
    }

    private static <E extends Exception> Optional<Message> isMissing(CommandRow row, Questions.Asker<E> asker)
            throws E {
        return new CommandQuestion(row)
                .whatIsSaidInstead(asker)
                .map(answer -> note("note.missing-command", row, answer));
    }

    /** Whether the server's answer to PING, before any other request, was a reply. */
    boolean pingIsAnswered() {
        return pingIsAnswered;
    }

    /** An option in a scenario of an earlier step is there because the command does not have it. */
    private static boolean needs(SpecScenario scenario, CommandRow row) {
        return row.step() <= Math.max(scenario.step(), EXTENSIONS - 1)
                && ScenarioNeeds.of(scenario).commands().contains(row.name());
    }

    private Stream<CommandRow> missing(List<CommandRow> group) {
        return group.stream().filter(answers::containsKey);
    }

    /** The cause that keeps this scenario from passing: the first group of which it needs something that is missing. */
    Optional<Cause> keepsFromPassing(SpecScenario scenario) {
        return Catalogue.groups().stream()
                .filter(group -> missing(group).anyMatch(row -> needs(scenario, row)))
                .findFirst()
                .map(group -> Cause.missing(
                        missing(group).map(CommandRow::name).toList(),
                        group.get(0).step()))
                .or(() -> others.keepsFromPassing(scenario));
    }

    /** What to say of such a scenario. */
    Message note(SpecScenario scenario) {
        var known = missing(Catalogue.rows().toList())
                .filter(row -> needs(scenario, row))
                .map(answers::get)
                .toList();
        return known.isEmpty() ? others.note(scenario) : Message.inLines(known);
    }
}
