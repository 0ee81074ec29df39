package miniredis.spec.cucumber;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import miniredis.spec.steps.ScenarioContext;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one scenario at a time: its context, and around it the objects that the step classes name in their one public
 * constructor. (PicoFactory of cucumber-picocontainer makes its container itself, from classes alone: a context could reach it
 * only through something static.)
 */
public class StepObjects implements ObjectFactory {
    private final Map<Class<?>, Object> objects = new HashMap<>();
    private final Supplier<ScenarioContext> contexts;
    private @Nullable ScenarioContext next;

    /** @param contexts makes a context for a scenario that was handed none */
    protected StepObjects(Supplier<ScenarioContext> contexts) {
        this.contexts = contexts;
    }

    /** Hands over the context of the scenario that starts next. */
    void prepare(ScenarioContext context) {
        next = context;
    }

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        objects.clear();
        if (next != null) {
            objects.put(ScenarioContext.class, next);
        }
    }

    @Override
    public void stop() {
        objects.clear();
        next = null;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        var object = objects.get(type);
        if (object == null) {
            object = type == ScenarioContext.class ? contexts.get() : create(type);
            objects.put(type, object);
        }
        return type.cast(object);
    }

    private Object create(Class<?> type) {
        var constructor = type.getConstructors()[0];
        var arguments = Arrays.stream(constructor.getParameterTypes())
                .map(this::getInstance)
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(type + " can't be made", failed.getCause());
        } catch (ReflectiveOperationException notAStepClass) {
            throw new IllegalStateException(type + " should have one public constructor", notAStepClass);
        }
    }
}
