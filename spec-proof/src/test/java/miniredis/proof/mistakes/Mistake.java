package miniredis.proof.mistakes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A mistake that people make when they write a server like this. The constants of a few enums, one enum for each subject. */
public sealed interface Mistake
        permits ConnectionMistake,
                LineMistake,
                ReplyMistake,
                ValueMistake,
                StreamMistake,
                InlineMistake,
                ProtocolMistake,
                CommandMistake,
                NumberMistake,
                ErrorMistake,
                ExpireMistake,
                ClockMistake,
                LifetimeMistake,
                SourceMistake {

    /** The constant's name. */
    String name();

    Entry entry();

    /** As pages and reports name it: {@code values-are-trimmed}. */
    default String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them, by step, in the order of the lists. */
    static List<Mistake> all() {
        return Stream.of(Mistake.class, SourceMistake.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .filter(Class::isEnum)
                .flatMap(list -> Stream.of(list.getEnumConstants()))
                .map(Mistake.class::cast)
                .sorted((a, b) -> Integer.compare(a.entry().step(), b.entry().step()))
                .toList();
    }
}
