package miniredis.spec.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sent, as far as it can be read. */
class RequestsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*1~$4~PING~             | false",
                "*1~$4~PING~*1           | true",
                "*2~$3~GET~              | true",
                "*2~$3~GET~$4~ab         | true",
                "*2~$3~GET~$4~abcd~      | false",
                "PING~                   | false",
                "PING                    | true",
                "*1~$abc~                | false",
                "*2~$3~GET~:1~           | false",
                "*abc~                   | false",
                "*1~                     | true",
                "*01~                    | false",
                "*2147483648~            | false",
                "*1~$04~                 | false",
                "*1~$536870912~          | true",
                "*1~$536870913~          | false",
                "*1~$9999~a              | true",
                "*0~                     | false"
            })
    void mayNeedARest(String bytes, boolean unfinished) {
        assertThat(Requests.areUnfinished(bytes.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*1~$4~PING~                      | [[PING]]",
                "*2~$3~GET~$4~a~b~*1~$4~PING~     | [[GET, a~b], [PING]]",
                "PING~SET  a b~                   | [[PING], [SET, a, b]]",
                "*3~$3~SET~$1~a                   | [[SET, a]]",
                "*2~$3~GET~:1~PING~               | [[GET], [1], [PING]]",
                "*1~+PING~                        | [[PING]]",
                "*0~*-1~*x~~PING                  | [[PING]]",
                "*2~$3~GET~$9999~a                | [[GET, a]]",
                "*999999999~$4~PING~              | [[PING]]"
            })
    void areRead(String bytes, String requests) {
        var read = Requests.in(bytes.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.stream().map(Catalogue::texts).toList().toString().replace("\r\n", "~"))
                .isEqualTo(requests);
    }
}
