package miniredis.spec.steps;

import io.cucumber.core.backend.ObjectFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Creates the step classes of a scenario around one {@link World}. Cucumber finds it as a service. (Of the version of Cucumber
 * that is used here, cucumber-picocontainer, which could do this, was never published.)
 */
public final class StepFactory implements ObjectFactory {
    private final Map<Class<?>, Object> instances = new HashMap<>();

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        instances.clear();
    }

    @Override
    public void stop() {
        instances.clear();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        var instance = instances.get(type);
        if (instance == null) {
            instance = type == World.class ? new World() : create(type);
            instances.put(type, instance);
        }
        return type.cast(instance);
    }

    private Object create(Class<?> type) {
        try {
            var constructor = type.getConstructors()[0];
            return constructor.getParameterCount() == 0
                    ? constructor.newInstance()
                    : constructor.newInstance(getInstance(World.class));
        } catch (ReflectiveOperationException notAStepClass) {
            throw new IllegalStateException(
                    type + " should have one public constructor that takes the World", notAStepClass);
        }
    }
}
