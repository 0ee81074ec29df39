package miniredis.spec.steps;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phrases that features are written in, as the step classes define them; and what a scenario needs because of them. */
public final class Phrases {
    private static final List<Class<?>> STEP_CLASSES = List.of(
            RequestSteps.class,
            ReplySteps.class,
            KeySteps.class,
            ConnectionSteps.class,
            MetricSteps.class,
            ExplorationSteps.class);

    private static final List<Phrase> ALL = read();

    private Phrases() {}

    /** @param method that carries it out, and declares what it needs */
    private record Phrase(Expression expression, Method method) {
        Optional<Match> match(String text) {
            return Optional.ofNullable(expression.match(text))
                    .map(arguments -> new Match(
                            expression.getSource(),
                            List.of(method.getParameterTypes()).contains(List.class),
                            Optional.ofNullable(method.getAnnotation(PhraseNeeds.class)),
                            arguments));
        }
    }

    /**
     * A step that is a phrase, and what it says.
     *
     * @param phrase as features/README.md lists it
     * @param takesTable whether a table is below it; below other phrases that end with a colon is a block
     */
    public record Match(String phrase, boolean takesTable, Optional<PhraseNeeds> needs, List<Argument<?>> arguments) {
        /** What is in the phrase's gaps of this type, as the feature writes it. */
        public List<String> texts(String type) {
            return arguments.stream()
                    .filter(argument -> argument.getParameterType().getName().equals(type))
                    .map(argument -> argument.getGroup().getValue())
                    .toList();
        }

        /** Those that count something; times are of other types. */
        List<Integer> numbers() {
            return arguments.stream()
                    .map(Argument::getValue)
                    .filter(Integer.class::isInstance)
                    .map(Integer.class::cast)
                    .toList();
        }
    }

    /**
     * What a scenario with these steps needs. A step that is not a phrase needs nothing; Cucumber will report the error.
     *
     * @param alone whether the scenario says of itself that no other may run beside it
     */
    public static Needs needs(List<StepText> steps, boolean alone) {
        var needed = new NeededSoFar();
        for (var step : steps) {
            matches(step.text()).findFirst().ifPresent(match -> needed.add(match, step));
        }
        return needed.inAll(alone);
    }

    /** The phrases that a step can be; in a feature that can be played it is one. */
    public static Stream<Match> matches(String step) {
        return ALL.stream().flatMap(phrase -> phrase.match(step).stream());
    }

    /** The expressions, as the step classes have them. */
    static List<Expression> expressions() {
        return ALL.stream().map(Phrase::expression).toList();
    }

    private static List<Phrase> read() {
        var expressions = new ExpressionFactory(parameterTypes());
        return STEP_CLASSES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> texts(method).map(text -> new Phrase(expressions.createExpression(text), method)))
                .toList();
    }

    private static Stream<String> texts(Method method) {
        return Stream.of(
                        Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
                        Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(each -> each);
    }

    private static ParameterTypeRegistry parameterTypes() {
        var types = new ParameterTypeRegistry(Locale.ENGLISH);
        var notation = new Notation();
        for (var method : Notation.class.getDeclaredMethods()) {
            var declared = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (declared != null) {
                types.defineParameterType(new ParameterType<>(
                        method.getName(),
                        List.of(declared.value()),
                        method.getGenericReturnType(),
                        (@Nullable String text) -> method.invoke(notation, text),
                        false,
                        false));
            }
        }
        return types;
    }
}
