package example;

import java.util.stream.Stream;
import miniredis.spec.junit.SpecificationTests;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ServerSpecificationTest {
    @TestFactory
    Stream<DynamicNode> specification() {
        return SpecificationTests.ofCommand("java -cp target/classes example.Server {port}").tests();
    }
}
