package miniredis.spec.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aLanguageIsThatOfTheReaderOrEnglish() {
        assertThat(Messages.of(Locale.JAPAN)).isSameAs(Messages.JAPANESE);
        assertThat(Messages.of(Locale.GERMANY)).isSameAs(Messages.ENGLISH);
        assertThat(Messages.in("ja")).contains(Messages.JAPANESE);
        assertThat(Messages.in("de")).isEmpty();
    }

    @Test
    void englishIsEnglishOnAJapaneseMachine() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);

            assertThat(Message.of("then.open")).hasToString("the connection stayed open");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void argumentsStayAsTheyAre() {
        assertThat(Message.of("usage.no-port", "java Main $1 \\d '{0}'").toString())
                .contains("java Main $1 \\d '{0}'", "Write {port} where");
        assertThat(Message.of("totals.not-run", 1234)).hasToString(", 1234 not run");
    }

    @Test
    void aMessageInAMessageIsInTheSameLanguage() {
        var message = Message.of("then.unreadable", Message.of("unreadable.http"));

        assertThat(Messages.ENGLISH.text(message)).isEqualTo("this can't become a reply: this is HTTP, not RESP");
        assertThat(Messages.JAPANESE.text(message)).isEqualTo("これはリプライになりません: RESP ではなく HTTP です");
    }

    @Test
    void namesAreListedAsInASentence() {
        assertThat(Message.listOf(List.of("GET"))).hasToString("GET");
        assertThat(Message.listOf(List.of("GET", "SET"))).hasToString("GET and SET");
        assertThat(Message.listOf(List.of("QUIT", "RESET", "AUTH"))).hasToString("QUIT, RESET and AUTH");
    }

    @Test
    void aKeyThatDoesNotExistIsAMistake() {
        assertThatThrownBy(() -> Messages.ENGLISH.text("no.such.key")).hasMessageContaining("no.such.key");
    }
}
