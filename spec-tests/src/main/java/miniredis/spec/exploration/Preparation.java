package miniredis.spec.exploration;

import java.util.List;
import java.util.stream.Stream;
import miniredis.spec.exploration.Step.Send;

/** How the keys that a conversation can't have for itself are brought into a known state before it is played. */
public enum Preparation {
    /** On a server that was just started they are missing. */
    FRESH_SERVER,
    /** SET makes sure that there is such a key, so EXPIRE with 0 makes sure that there is none. */
    ENDED,
    /** Where there is no EXPIRE yet: a value that is known. */
    HELD;

    public List<Step> steps(Conversation conversation) {
        return conversation.specialKeys().stream()
                .sorted()
                .flatMap(this::requests)
                .map(request -> (Step) Send.of(0, request))
                .toList();
    }

    private Stream<List<String>> requests(String key) {
        return switch (this) {
            case FRESH_SERVER -> Stream.of();
            case ENDED -> Stream.of(List.of("SET", key, "1"), List.of("EXPIRE", key, "0"));
            case HELD -> Stream.of(List.of("SET", key, "1"));
        };
    }
}
