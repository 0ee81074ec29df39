package miniredis.spec.steps;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import miniredis.spec.stage.Stage;

/** Creates the step classes of a scenario around one {@link World}. Cucumber finds it as a service. */
public final class StepFactory implements ObjectFactory {
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private World world;
    private RuntimeException noWorld;

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        instances.clear();
        world = null;
        noWorld = null;
    }

    @Override
    public void stop() {
        instances.clear();
        world = null;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        var instance = instances.get(type);
        if (instance == null) {
            instance = create(type);
            instances.put(type, instance);
        }
        return type.cast(instance);
    }

    private Object create(Class<?> type) {
        var constructor = type.getConstructors()[0];
        try {
            return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(world());
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException notAStepClass) {
            throw new IllegalStateException(
                    type + " should have one public constructor that takes the World", notAStepClass);
        }
    }

    /** Not before it is needed: entering the stage can mean to start a server. */
    private World world() {
        if (noWorld != null) {
            throw noWorld;
        }
        if (world == null) {
            try {
                world = new World(Stage.current());
            } catch (RuntimeException noServer) {
                noWorld = noServer;
                throw noServer;
            }
        }
        return world;
    }
}
