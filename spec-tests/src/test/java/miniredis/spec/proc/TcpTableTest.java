package miniredis.spec.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Lines of the table as the kernel of a little-endian machine writes them. */
class TcpTableTest {
    private static final InetAddress LOOPBACK = TcpTable.address("0100007F");
    private static final String LISTENING =
            "   0: 0100007F:18EB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  "
                    + "1000        0 123456 1 0000000000000000 100 0 0 10 0";
    private static final String LEFT = "  12: 0100007F:18EB 0100007F:D2F0 08 00000000:0000001F 00:00000000 00000000  "
            + "1000        0 123457 1 0000000000000000 20 4 30 10 -1";

    @Test
    void aListenerHasItsPortAndItsInode() {
        assertThat(TcpTable.Row.of(LISTENING)).contains(new TcpTable.Row(LOOPBACK, 6379, 0, "0A", false, 123456));
    }

    @Test
    void aConnectionHasBothPortsAndWhatWasNotRead() {
        assertThat(TcpTable.Row.of(LEFT)).contains(new TcpTable.Row(LOOPBACK, 6379, 54000, "08", true, 123457));
    }

    @Test
    void aLineThatIsCutOffIsNone() {
        assertThat(TcpTable.Row.of("  12: 0100007F:18EB 0100007F:D2F0 08")).isEmpty();
    }

    @Test
    void addressesAreNumbersInTheByteOrderOfTheMachine() throws Exception {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);

        assertThat(TcpTable.address("0100007F")).isEqualTo(InetAddress.getByName("127.0.0.1"));
        assertThat(TcpTable.address("00000000000000000000000001000000")).isEqualTo(InetAddress.getByName("::1"));
    }

    @Test
    void onlyLoopbackAndAnyAddressAreReachedHere() throws Exception {
        assertThat(listener("127.0.0.1").isReachableHere()).isTrue();
        assertThat(listener("0.0.0.0").isReachableHere()).isTrue();
        assertThat(listener("::1").isReachableHere()).isTrue();
        assertThat(listener("192.0.2.1").isReachableHere()).isFalse();
        assertThat(listener("0.0.0.0").reachableAt().getAddress()).isEqualTo(InetAddress.getByName("127.0.0.1"));
        assertThat(listener("127.0.0.2").reachableAt().getAddress()).isEqualTo(InetAddress.getByName("127.0.0.2"));
    }

    private static TcpTable.Row listener(String address) throws Exception {
        return new TcpTable.Row(InetAddress.getByName(address), 6379, 0, "0A", false, 1);
    }
}
