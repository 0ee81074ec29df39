package miniredis.spec.verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value came back, changed in a way that has a name; and in one that has not. */
class ValuePatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trimmed | GET k | $6¶ one¶¶ | $3¶one¶ | true",
                "trimmed | GET k | $3¶\\x01a ¶ | $1¶a¶ | true",
                "trimmed | GET k | $5¶ one ¶ | $4¶ one¶ | true",
                "trimmed | GET k | $5¶one¶¶ | $3¶one¶ | false",
                "trimmed | GET k | $5¶one\\0\\0¶ | $3¶one¶ | false",
                "trimmed | GET k | $8¶one¶two¶ | $3¶one¶ | false",
                "trimmed | GET k | $3¶one¶ | $3¶one¶ | false",
                "trimmed | GET k | + one¶ | $3¶one¶ | false",
                "trimmed | GET k | $4¶ one¶ | +one¶ | false",
                "cut at the line end | GET k | $8¶one¶two¶ | $3¶one¶ | true",
                "cut at the line end | GET k | $8¶one¶two¶ | -ERR unknown command 'two'¶$3¶one¶ | true",
                "cut at the line end | GET k | $8¶one¶two¶ | $8¶one¶two¶ | false",
                "cut at the line end | GET k | $5¶¶one¶ | $0¶¶ | false",
                "cut at the line end | GET k | $5¶one¶¶ | $3¶one¶ | false",
                "cut at the line end | GET k | $6¶onetwo¶ | $3¶one¶ | false",
                "cut at the line end | GET k | +one¶ | $3¶one¶ | false",
                "line ends changed | GET k | $8¶one¶two¶ | $7¶one\\ntwo¶ | true",
                "line ends changed | GET k | $8¶one¶two¶ | $6¶onetwo¶ | false",
                "cut at a zero byte | GET k | $3¶a\\0b¶ | $1¶a¶ | true",
                "cut at a zero byte | GET k | $3¶a\\0b¶ | $2¶ab¶ | false",
                "cut at a zero byte | GET k | $3¶a-b¶ | $1¶a¶ | false",
                "cut at a space | GET k | $7¶one two¶ | $3¶one¶ | true",
                "cut at a space | GET k | $7¶one two¶ | $3¶two¶ | false",
                "cut at a space | GET k | $7¶one-two¶ | $3¶one¶ | false",
                "quotes | GET k | $1¶a¶ | $3¶\"a\"¶ | true",
                "quotes | GET k | $1¶a¶ | $3¶'a'¶ | true",
                "quotes | GET k | $1¶a¶ | $3¶\"a'¶ | false",
                "python repr | GET k | $1¶a¶ | $4¶b'a'¶ | true",
                "python repr | GET k | $1¶a¶ | $4¶b'b'¶ | false",
                "replacement characters | GET k | $1¶\\xFF¶ | $3¶\\xEF\\xBF\\xBD¶ | true",
                "replacement characters | GET k | $1¶\\xFF¶ | $1¶?¶ | false",
                "replacement characters | GET k | $4¶a\\xEF\\xBF\\xBD¶ | $3¶\\xEF\\xBF\\xBD¶ | false",
                "encoded twice | GET k | $2¶\\xC3\\xA9¶ | $4¶\\xC3\\x83\\xC2\\xA9¶ | true",
                "encoded twice | GET k | $2¶\\xC3\\xA9¶ | $3¶\\xC3\\x83\\xC2¶ | false",
                "question marks | GET k | $2¶\\xC3\\xA9¶ | $2¶??¶ | true",
                "question marks | GET k | $2¶\\xC3\\xA9¶ | $1¶?¶ | false",
                "question marks | GET k | $2¶\\xC3\\xA9¶ | $2¶?!¶ | false",
                "question marks | GET k | $2¶a\\x7F¶ | $2¶a?¶ | false",
                "question marks | GET k | $2¶a\\x80¶ | $2¶a?¶ | true",
                "other case | GET k | $5¶apple¶ | $5¶APPLE¶ | true",
                "other case | GET k | $5¶apple¶ | $5¶APPLY¶ | false",
                "normalised | GET k | $4¶0x10¶ | $2¶16¶ | false",
                "normalised | GET k | $4¶+010¶ | $2¶10¶ | true",
                "normalised | GET k | $4¶1.50¶ | $3¶1.5¶ | true",
                "normalised | GET k | $4¶1.50¶ | $3¶1.4¶ | false",
                "normalised | GET k | $2¶10¶ | $3¶ten¶ | false",
                "encoded twice | GET k | $2¶\\xC3\\xA9¶ | $2¶\\xC3\\x83\\xC2\\xA9¶ | true",
                "cut short | GET k | $26¶abcdefghijklmnopqrstuvwxyz¶ | $9¶abcdefghi¶ | true",
                "cut short | GET k | $5¶apple¶ | $3¶app¶ | false",
                "cut short | GET k | $5¶apple¶ | $3¶ple¶ | false",
                "cut short | GET k | $5¶apple¶ | $0¶¶ | false",
                "bytes lost | GET k | $2¶a\\xFF¶ | $1¶a¶ | true",
                "bytes lost | GET k | $2¶a\\xFF¶ | $0¶¶ | false",
                "bytes lost | GET k | $5¶apple¶ | $2¶pl¶ | true",
                "bytes lost | GET k | $5¶apple¶ | $2¶lp¶ | false",
                "bytes lost | GET k | $5¶apple¶ | $6¶apples¶ | false",
                "bytes lost | GET k | $5¶apple¶ | $5¶apply¶ | false",
            })
    void aValueWasChanged(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(ValuePatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }
}
