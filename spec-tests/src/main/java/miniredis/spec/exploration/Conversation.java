package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import miniredis.spec.exploration.Step.Send;
import miniredis.spec.model.Model;

/** What some clients do, one after the other. */
public record Conversation(List<Step> steps) {
    /**
     * The keys whose names mean something in some language. They can't have the prefix of a play, so a conversation with such
     * keys must not be played beside another one.
     */
    public Set<String> specialKeys() {
        return steps.stream()
                .filter(Send.class::isInstance)
                .map(step -> ((Send) step).message())
                .filter(Message::isRequest)
                .flatMap(message -> Model.keys(message.words()).stream())
                .filter(Vocabulary.SPECIAL_KEYS::contains)
                .collect(Collectors.toSet());
    }

    /** How many requests there are. */
    public long commands() {
        return steps.stream().filter(Send.class::isInstance).count();
    }

    /** A line for each step, for people. */
    public String shown() {
        return steps.stream().map(Step::shown).collect(Collectors.joining("\n"));
    }

    /** Up to this step; all of it if it has fewer steps. */
    public Conversation until(int step) {
        return new Conversation(steps.subList(0, Math.min(steps.size(), step + 1)));
    }

    Conversation with(int at, Step step) {
        var changed = new ArrayList<>(steps);
        changed.set(at, step);
        return new Conversation(changed);
    }

    /** Without the steps from one place to another. */
    Conversation without(int from, int to) {
        var fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(to, steps.size()));
        return new Conversation(fewer);
    }
}
