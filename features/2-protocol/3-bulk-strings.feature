@step2
Feature: Values are bytes
  A value is anything the client wants to keep: a name, a number, a picture, a compressed page. Redis does not look
  inside. It stores the bytes that it receives and returns the same bytes, without reading them as text, and without
  trimming, quoting or changing a single byte.

  Rule: A bulk string is as long as its length says, whatever bytes it holds
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings
    The length comes first, so nothing in the value can end it. The mistake to avoid is reading a value with a function
    that reads lines.

    @BULK-01
    Scenario: A line end in the middle of a value belongs to the value
      Given "poem" holds "one\r\ntwo"
      When a client sends GET "poem"
      Then the reply is "one\r\ntwo"

    @BULK-02
    Scenario: A line end at the end of a value belongs to the value
      Given "line" holds "one\r\n"
      When a client sends GET "line"
      Then the reply is "one\r\n"

    @BULK-03
    Scenario: A value that consists only of line ends is kept
      Given "paper" holds "\r\n\r\n"
      When a client sends GET "paper"
      Then the reply is "\r\n\r\n"

    @BULK-04
    Scenario: A value that looks like a request is not carried out
      Given "trick" holds "*1\r\n$4\r\nPING\r\n"
      When a client sends GET "trick"
      Then the reply is "*1\r\n$4\r\nPING\r\n"

    @BULK-05
    Scenario: A value that looks like the beginning of a bulk string is kept
      Given "price" holds "$5\r\nhello"
      When a client sends GET "price"
      Then the reply is "$5\r\nhello"

    @BULK-06
    Scenario Outline: A value can hold <something>
      Given "value" holds <value>
      When a client sends GET "value"
      Then the reply is <value>

      Examples:
        | something                 | value              |
        | a zero byte               | "a\0b"             |
        | a zero byte at its end    | "ab\0"             |
        | a CR without an LF        | "one\rtwo"         |
        | spaces around a word      | "  word  "         |
        | a tab and a Unix line end | "\tone\x0Atwo\x0A" |
        | quotes and a backslash    | "\"it's\" C:\x5C"  |
        | the text of an error      | "-ERR no"          |
        | the text of null          | "$-1"              |
        | the word nil              | "nil"              |

  Rule: Lengths count bytes, not characters
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings
    In UTF-8 a letter takes one to four bytes. In many programming languages the length of a string counts something else.

    @BULK-07
    Scenario: A letter of two bytes counts twice
      Given "drink" holds "café"
      When a client sends GET "drink"
      Then the bytes received are:
        """
        $5\r\n
        caf\xC3\xA9\r\n
        """

    @BULK-08
    Scenario: Five letters of three bytes each are fifteen bytes
      Given "greeting" holds "こんにちは"
      When a client sends GET "greeting"
      Then the bytes received are:
        """
        $15\r\n
        こんにちは\r\n
        """

    @BULK-09
    Scenario: An emoji is four bytes
      Given "mood" holds "😀"
      When a client sends GET "mood"
      Then the bytes received are:
        """
        $4\r\n
        \xF0\x9F\x98\x80\r\n
        """

  Rule: A value need not be text
    https://redis.io/docs/latest/develop/reference/protocol-spec/#resp-protocol-description
    A server that turns bytes into a string and back loses what is not valid text. Keep byte arrays, or use an encoding that
    has a character for every byte (ISO 8859-1).

    @BULK-10
    Scenario Outline: <bytes> can be stored and read back
      Given "value" holds <value>
      When a client sends GET "value"
      Then the reply is <value>

      Examples:
        | bytes                           | value              |
        | Bytes that never occur in UTF-8 | "\xFF\xFE\x80"     |
        | The first half of a letter      | "caf\xC3"          |
        | A byte order mark before a word | "\xEF\xBB\xBFword" |
        | All bytes there are             | all 256 bytes      |

  Rule: The empty string is a value like any other
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings

    @BULK-11
    Scenario: An empty value can be set
      When a client sends SET "empty" ""
      Then the reply is OK

    @BULK-12
    Scenario: An empty value comes back empty, not null
      Given "empty" holds ""
      When a client sends GET "empty"
      Then the reply is ""
