package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.fakes.Habit;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.report.ResultsSchema;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Servers with one habit each, which was seen in published servers. The run has to name that habit first, to put everything that
 * the habit breaks behind it, and to say nothing that is untrue of the server.
 */
@Timeout(500)
@Execution(ExecutionMode.CONCURRENT)
class FirstCauseIT {
    /** They take longer than the others, and would show the same. */
    private static final Set<String> LONG = Set.of(
            "SLOW-03",
            "LEAVE-06",
            "MANY-03",
            "PIPE-05",
            "SIZE-01.7",
            "SIZE-01.8",
            "SIZE-03",
            "KEY-10",
            "INCR-09",
            "INCR-10");

    @TempDir
    private Path folder;

    @Test
    void aPingThatIsAnsweredTwice() throws Exception {
        var run = run(Habit.ANSWERS_PING_TWICE, 2);

        assertThat(titles(run)).singleElement().asString().startsWith("each PING gets two replies");
        var failure = run.causes().get(0).first().failure().orElseThrow();
        assertThat(new String(failure.evidence().received(), StandardCharsets.US_ASCII))
                .isEqualTo("+PONG\r\n+PONG\r\n");
        assertThat(failure.evidence().differsAt()).isEqualTo("+PONG\r\n".length());
    }

    /** The scenarios that only begin with SET are about something else. */
    @Test
    void aSetThatIsAnsweredWithAnInteger() throws Exception {
        var run = run(Habit.ANSWERS_SET_WITH_AN_INTEGER, 3);

        assertThat(titles(run)).containsExactly("SET is answered with the integer 1");
        assertThat(first(run)).isEqualTo("REPLY-02");
        assertThat(run.causes().get(0).scenarios()).isGreaterThan(50);
    }

    @Test
    void anUnknownCommandThatIsAnsweredWithSilence() throws Exception {
        var run = run(Habit.IS_SILENT_TO_UNKNOWN_NAMES, 3);

        assertThat(titles(run)).containsExactly("A command that does not exist is answered with an error");
        assertThat(hints(run)).allMatch(hint -> hint.startsWith("the server skips this request"));
        assertThat(failure(run).then().toString()).endsWith("another PING on it was answered");
    }

    @Test
    void requestsThatAreDropped() throws Exception {
        var run = run(Habit.DROPS_ALL_BUT_THE_FIRST_OF_A_READ, 3);

        assertThat(first(run)).isEqualTo("PIPE-01");
        assertThat(titles(run)).noneMatch(title -> title.contains("increments are lost"));
        assertThat(run.causes().get(0).scenarios()).isGreaterThan(8);
    }

    /** How many scenarios fail depends on how the network cuts up what is sent; that most of them have this cause does not. */
    @Test
    void aReadThatIsTakenForRequests() throws Exception {
        var run = run(Habit.TAKES_A_READ_FOR_REQUESTS, 3);

        assertThat(first(run)).isEqualTo("FRAG-01");
        assertThat(titles(run)).hasSizeLessThanOrEqualTo(2);
        int all = run.causes().stream().mapToInt(RankedCause::scenarios).sum();
        assertThat(run.causes().get(0).scenarios()).isGreaterThan(5).isGreaterThan(all / 2);
    }

    /** A scenario about many arguments is not the cause if the server ignores all extra arguments. */
    @Test
    void argumentsThatAreIgnored() throws Exception {
        assertThat(titles(run(Habit.GET_IGNORES_MORE_ARGUMENTS, 3))).containsExactly("GET \"a\" \"b\" is an error");
        assertThat(titles(run(Habit.SET_IGNORES_MORE_ARGUMENTS, 3)))
                .containsExactly("SET with one argument too many is an error");
    }

    @Test
    void aMessageThatIsIgnored() throws Exception {
        var run = run(Habit.IGNORES_THE_MESSAGE_OF_PING, 3);

        assertThat(titles(run)).singleElement().asString().startsWith("the message is ignored");
        assertThat(hints(run)).allMatch(hint -> hint.startsWith("the message is ignored"));
    }

    @Test
    void anExceptionIsOneWhateverBytesItNames() throws Exception {
        var run = run(Habit.DECODES_VALUES, 3);

        assertThat(titles(run)).singleElement().asString().contains("UnicodeDecodeError", "resp_datatypes.py:63");
        assertThat(run.causes().get(0).scenarios()).isGreaterThan(2);
    }

    /** Crashes without a place in the code are told apart by the request that caused them, and shown in the shortest scenario. */
    @Test
    void crashesAtDifferentPlaces() throws Exception {
        var run = run(Habit.DIES_AT_TWO_PLACES, 2);

        assertThat(titles(run)).hasSizeGreaterThanOrEqualTo(2).allMatch(title -> title.contains("(SIGSEGV), after: "));
        assertThat(run.causes())
                .extracting(cause -> cause.first().scenario().id())
                .contains("REQ-05.1", "SIZE-01.3");
    }

    @Test
    void aRequestAfterWhichNobodyIsServed() throws Exception {
        var run = run(Habit.HANGS_AFTER_AN_EMPTY_ARRAY, 2);

        assertThat(titles(run))
                .singleElement()
                .asString()
                .startsWith("the server hangs: panicked: index out of bounds");
        assertThat(failure(run).then().toString()).contains("no new client got a reply");
        assertThat(hints(run)).isEmpty();
    }

    @Test
    void anErrorForAnEmptyArray() throws Exception {
        var run = run(Habit.ANSWERS_AN_EMPTY_ARRAY_WITH_AN_ERROR, 2);

        assertThat(titles(run)).singleElement().asString().startsWith("an array without elements");
        assertThat(hints(run)).noneMatch(hint -> hint.contains("greeting"));
    }

    @Test
    void lineEndsInAnError() throws Exception {
        var run = run(Habit.REPEATS_LINE_ENDS, 3);

        assertThat(titles(run)).singleElement().asString().startsWith("a line end in the text of an error");
    }

    @Test
    void readsThatAreNotFinished() throws Exception {
        var run = run(Habit.FILLS_SHORT_READS_WITH_ZEROS, 3);

        assertThat(hints(run)).noneMatch(hint -> hint.contains("sizeof"));
        assertThat(first(run)).isEqualTo("FRAG-01");
        assertThat(titles(run)).first().asString().startsWith("a read returned fewer bytes than the length says");
    }

    @Test
    void numbersThatAreCountedBeyond64Bits() throws Exception {
        var run = run(Habit.HAS_INTEGERS_WITHOUT_BOUNDS, 3);

        // It increments a number below the smallest, so its -9223372036854775808 is not an overflow. The hint has to
        // allow for that.
        assertThat(hints(run))
                .isNotEmpty()
                .noneMatch(hint -> hint.contains("overflow") && !hint.contains("or a number below it was incremented"));
    }

    @Test
    void aNumberThatRunsOver() throws Exception {
        var run = run(Habit.RUNS_OVER, 3);

        assertThat(run.causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.scenarios()).isEqualTo(2));
        assertThat(first(run)).isEqualTo("NUMBER-03");
    }

    @Test
    void valuesThatAreWrittenUpToAZeroByte() throws Exception {
        var run = run(Habit.WRITES_UP_TO_A_ZERO_BYTE, 3);

        assertThat(titles(run))
                .singleElement()
                .asString()
                .startsWith("the length is correct, but the bytes end at the zero byte");
    }

    @Test
    void aBufferThatIsFull() throws Exception {
        var run = run(Habit.HAS_A_BUFFER_OF_1024, 2);

        assertThat(hints(run)).anyMatch(hint -> hint.startsWith("the value ends where the first 1024 bytes"));
    }

    @Test
    void lengthsThatAreTakenForNumbersOfCharacters() throws Exception {
        var run = run(Habit.COUNTS_CHARACTERS_OF_REQUESTS, 3);

        assertThat(first(run)).isEqualTo("BULK-07");
        assertThat(titles(run)).first().asString().startsWith("the value includes part of its line end");
    }

    @Test
    void lifetimesOf32Bits() throws Exception {
        var run = run(Habit.HAS_SHORT_LIFETIMES, 4);

        assertThat(first(run)).startsWith("TTL-05");
        assertThat(hints(run)).noneMatch(hint -> hint.contains("taken it away"));
    }

    @Test
    void aCommandThatIsNotThereInItsOwnWords() throws Exception {
        for (var habit :
                List.of(Habit.HAS_A_STUB_FOR_INCR, Habit.SAYS_THAT_INCR_IS_NOT_SUPPORTED, Habit.IS_SILENT_TO_INCR)) {
            var run = run(habit, 3);

            assertThat(titles(run)).containsExactly("INCR is not there yet");
            assertThat(run.scenarios().stream()
                            .filter(result -> result.scenario().text().contains(" INCR "))
                            .filter(result -> result.cause().isEmpty()))
                    .as(habit.name())
                    .isEmpty();
        }
    }

    @Test
    void whatAServerThatLivesOnHasPrinted() throws Exception {
        var run = run(Habit.IS_FULL_AFTER_100_CLIENTS, 1);

        assertThat(failure(run).complaints()).contains("Failed to add connection: Maximum connections reached");
        assertThat(hints(run)).noneMatch(hint -> hint.startsWith("no reply: perhaps"));
    }

    /** If one scenario shows that a rule is broken, that scenario names the rule. */
    @Test
    void aLineThatEndsWithLfAlone() throws Exception {
        assertThat(titles(run(Habit.WANTS_CR_BEFORE_LF, 2))).containsExactly("LF alone ends the line as well");
    }

    private RunResult run(Habit habit, int step) throws ServerUnavailable, IOException {
        var selection = new Selection(OptionalInt.of(step), Optional.empty(), false);
        var report = Files.createTempDirectory(folder, "report");
        return ResultsSchema.held(new SpecificationRun(InMemoryServer.with(habit), selection, report, Progress.NONE)
                .only(
                        scenario -> !ScenarioNeeds.of(scenario).explores()
                                && (!LONG.contains(scenario.id()) || habit == Habit.DROPS_ALL_BUT_THE_FIRST_OF_A_READ),
                        12)
                .execute());
    }

    private static List<String> titles(RunResult run) {
        return run.causes().stream().map(cause -> cause.cause().title()).toList();
    }

    private static String first(RunResult run) {
        return run.causes().get(0).first().scenario().id();
    }

    private static Failure failure(RunResult run) {
        return run.causes().stream()
                .map(RankedCause::first)
                .findFirst()
                .orElseThrow()
                .failure()
                .orElseThrow();
    }

    private static List<String> hints(RunResult run) {
        return run.scenarios().stream()
                .flatMap(result -> result.failure().stream())
                .flatMap(failure -> failure.hint().stream())
                .map(Object::toString)
                .toList();
    }
}
