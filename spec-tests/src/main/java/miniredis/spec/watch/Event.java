package miniredis.spec.watch;

import java.nio.file.Path;
import java.util.Set;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/** Something that happened while watching. Those of a run carry its number: a run that was given up may still speak. */
sealed interface Event {
    /** A key was pressed: a character, or one of the constants of {@link Keyboard}. */
    record Pressed(int key) implements Event {}

    /** Files were saved, and no more are being saved. */
    record Saved(Set<Path> files) implements Event {}

    /** The window has another size. */
    record Resized() implements Event {}

    /** The build has ended. */
    record Built(int run, Build.Outcome outcome) implements Event {}

    /** The server accepts connections. */
    record Accepted(int run, long at) implements Event {}

    /** A scenario was run; if it did not pass, there may be a second look. */
    record Ran(int run, SpecScenario scenario, boolean passed) implements Event {}

    /** A scenario has its verdict, before all have. */
    record Judged(int run, ScenarioResult verdict) implements Event {}

    /** One part of the run has its verdicts. */
    record Known(int run, Lane part, RunResult verdicts, long at) implements Event {}

    /** The server can't be had, or the run went wrong otherwise. */
    record Impossible(int run, Lane part, Message why) implements Event {}
}
