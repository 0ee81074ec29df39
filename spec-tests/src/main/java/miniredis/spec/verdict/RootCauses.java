package miniredis.spec.verdict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;
import miniredis.spec.verdict.Cause.Kind;

/**
 * Assigns each failure to the earliest thing that explains it: the reply to a command that only prepared the scenario, a request
 * that is answered twice, or the failure of a simpler scenario. Decided when all is known; only causes change here.
 */
final class RootCauses {
    private final Map<String, ScenarioResult> byId = new LinkedHashMap<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final Map<String, ScenarioResult> roots = new HashMap<>();

    private RootCauses(List<ScenarioResult> results) {
        results.forEach(result -> byId.put(result.scenario().id(), result));
    }

    /**
     * The same results, each with its root cause.
     *
     * @param explained ids of those that others explain, and that show their cause less well
     */
    record Explained(List<ScenarioResult> results, Set<String> explained) {}

    static Explained in(List<ScenarioResult> results) {
        var roots = new RootCauses(results);
        results.forEach(result -> result.waitsFor().ifPresent(cause -> roots.causes.put(id(result), cause)));
        roots.nameWhatCommandsAreAnswered();
        roots.nameWhatIsAnsweredTwice();
        roots.followRoots();
        roots.nameWhatIsThrownInsteadOfSent();
        roots.nameByTitles();
        return new Explained(results.stream().map(roots::withItsCause).toList(), Set.copyOf(roots.roots.keySet()));
    }

    private static String id(ScenarioResult result) {
        return result.scenario().id();
    }

    private Stream<ScenarioResult> open() {
        return byId.values().stream().filter(this::isOpen);
    }

    /** Whether the cause is only what the bytes of this one scenario look like. */
    private boolean isOpen(ScenarioResult result) {
        var cause = causes.get(id(result));
        return cause != null && (cause.kind() == Kind.KNOWN_MISTAKE || cause.kind() == Kind.BROKEN_RULE);
    }

    /** A wrong reply to what prepares one scenario is the same mistake in every scenario. */
    private void nameWhatCommandsAreAnswered() {
        var wrong = open().filter(RootCauses::failsWhilePreparing)
                .flatMap(result -> wrongReply(result).stream())
                .collect(Collectors.toSet());
        open().toList()
                .forEach(result -> wrongReply(result)
                        .filter(wrong::contains)
                        .ifPresent(reply -> causes.put(id(result), reply.cause())));
    }

    private static Optional<CommandReply> wrongReply(ScenarioResult result) {
        return result.failure().flatMap(CommandReply::in);
    }

    private static boolean failsWhilePreparing(ScenarioResult result) {
        return result.failure()
                .filter(failure -> result.scenario().prepares(failure.stepText()))
                .isPresent();
    }

    /** Once it is known that a request has two replies, every connection with more replies than requests has it. */
    private void nameWhatIsAnsweredTwice() {
        open().filter(result -> failure(
                        result,
                        failure -> failure.pattern()
                                .filter("answered twice"::equals)
                                .isPresent()))
                .map(result -> causes.get(id(result)))
                .findFirst()
                .ifPresent(twice -> open().filter(ReplyCount::isTooLarge)
                        .toList()
                        .forEach(result -> {
                            causes.put(id(result), twice);
                        }));
    }

    private static boolean failure(ScenarioResult result, Predicate<Failure> what) {
        return result.shownFailure().filter(what).isPresent();
    }

    private void followRoots() {
        var shown = new HashSet<Cause>();
        for (var result : byId.values()) {
            var cause = causes.get(id(result));
            // A mistake that the bytes show, and that those of a simpler scenario have shown: that is surer than a row.
            if (cause == null || cause.kind() == Kind.KNOWN_MISTAKE && shown.contains(cause)) {
                continue;
            }
            root(result, cause).ifPresentOrElse(root -> roots.put(id(result), root), () -> shown.add(cause));
        }
        roots.forEach((id, root) -> causes.put(id, requireNonNull(causes.get(id(last(root))))));
    }

    /** The root that nothing else explains. */
    private ScenarioResult last(ScenarioResult root) {
        var next = roots.get(id(root));
        return next == null ? root : last(next);
    }

    private Optional<ScenarioResult> root(ScenarioResult result, Cause cause) {
        var names = names(result, cause);
        return Roots.rows().stream()
                .filter(row -> names.stream().anyMatch(row.explained()::contains))
                .filter(row -> row.unless().stream()
                        .noneMatch(id -> failed(id).findAny().isPresent()))
                .flatMap(row -> row.by().stream()
                        .flatMap(this::failed)
                        .filter(root -> !root.equals(result) && explains(root, cause, row.alike())))
                .findFirst();
    }

    /** What the left side of a line may call it. */
    private static List<String> names(ScenarioResult result, Cause cause) {
        if (cause.kind() == Kind.FRAMING) {
            return result.framings().stream()
                    .filter(mark -> !mark.passed())
                    .map(mark -> mark.framing().title())
                    .limit(1)
                    .toList();
        }
        var names = new ArrayList<>(List.of(id(result), result.scenario().outline()));
        if (failsWhilePreparing(result)) {
            result.failure().flatMap(CommandReply::command).ifPresent(names::add);
        }
        return names;
    }

    private Stream<ScenarioResult> failed(String id) {
        return byId.values().stream()
                .filter(result -> result.scenario().isCalled(id) && result.status() == Status.FAILED);
    }

    /** A crash explains the same crash, and failures other than crashes unless these have to be alike; nothing else explains a crash. */
    private boolean explains(ScenarioResult root, Cause cause, boolean alike) {
        var why = causes.get(id(root));
        return why != null
                && switch (cause.kind()) {
                    case KNOWN_MISTAKE, BROKEN_RULE, FRAMING ->
                        why.kind() == Kind.KNOWN_MISTAKE
                                || why.kind() == Kind.BROKEN_RULE
                                || why.kind() == Kind.CRASH && !alike;
                    case CRASH -> why.kind() == Kind.CRASH && cause.place().isEmpty();
                    default -> false;
                };
    }

    /**
     * Exceptions at several places, at each mostly where the client should get an error reply: they are thrown and nobody sends
     * them, and that is one mistake.
     */
    private void nameWhatIsThrownInsteadOfSent() {
        var thrown = byId.keySet().stream()
                .flatMap(id -> Stream.ofNullable(causes.get(id)))
                .filter(cause -> cause.kind() == Kind.CRASH && cause.isOfAPlace())
                .distinct()
                .filter(this::mostlyInsteadOfErrors)
                .toList();
        if (thrown.size() > 1) {
            var what = Message.of("cause.thrown", thrown.get(0).what(), thrown.size());
            var one = new Cause(Kind.CRASH, what, 0, "thrown-not-sent");
            causes.replaceAll((id, cause) -> thrown.contains(cause) ? one : cause);
        }
    }

    private boolean mostlyInsteadOfErrors(Cause cause) {
        var waiting = byId.values().stream()
                .filter(result -> cause.equals(causes.get(id(result))))
                .toList();
        long errors = waiting.stream()
                .filter(result -> failure(
                        result, failure -> failure.evidence().expectedText().startsWith("-")))
                .count();
        return 2 * errors >= waiting.size();
    }

    /** A rule that only one scenario shows to be broken says less than the title of that scenario. */
    private void nameByTitles() {
        var shownBy = causes.entrySet().stream()
                .filter(cause -> !roots.containsKey(cause.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        causes.replaceAll((id, cause) -> {
            var shown = shownBy.getOrDefault(cause, List.of());
            if (shown.size() != 1) {
                return cause;
            }
            var scenario = requireNonNull(byId.get(shown.get(0))).scenario();
            return cause.equals(Cause.brokenRule(scenario.rule())) ? Cause.brokenRule(scenario.title()) : cause;
        });
    }

    private ScenarioResult withItsCause(ScenarioResult result) {
        var cause = causes.get(id(result));
        if (cause == null || cause.kind() == Kind.FRAMING) {
            return result;
        }
        // Of causes that are equal the first one's words count.
        var first = byId.keySet().stream()
                .map(causes::get)
                .filter(cause::equals)
                .findFirst()
                .orElse(cause);
        return roots.containsKey(id(result)) ? result.waitingForAnother(first) : result.with(first);
    }
}
