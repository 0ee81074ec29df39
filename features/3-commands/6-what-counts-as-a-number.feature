@step3
Feature: What counts as a number
  A value is text, and INCR needs a number. Redis accepts a text as an integer only if it is written exactly as Redis
  itself would write that integer: a minus sign if it is negative, then decimal digits. The integers range from
  -9223372036854775808 to 9223372036854775807. The functions that turn text into numbers in most programming languages
  accept more than that.

  Rule: INCR of a value that is not an integer is an error and keeps the value
    https://redis.io/docs/latest/commands/incr/

    @NUMBER-01
    Scenario Outline: The text <text> is not an integer
      Given "counter" holds <text>
      When a client sends INCR "counter"
      Then the reply is an error
      And "counter" now holds <text>

      Examples:
        | text                   |
        | "ten"                  |
        | ""                     |
        | "12 apples"            |
        | " 5"                   |
        | "5 "                   |
        | "5\x0A"                |
        | "5\0"                  |
        | "1.0"                  |
        | "1e3"                  |
        | "0x10"                 |
        | "1_000"                |
        | "٣"                    |
        | "-"                    |
        | "+5"                   |
        | "05"                   |
        | "-0"                   |
        | "9223372036854775808"  |
        | "-9223372036854775809" |

    @NUMBER-02 @exact
    Scenario Outline: The error for INCR of <text> says that it is not an integer
      Given "counter" holds <text>
      When a client sends INCR "counter"
      Then the reply is the error "ERR value is not an integer or out of range"

      Examples:
        | text                  |
        | "ten"                 |
        | "9223372036854775808" |

  Rule: A counter cannot go beyond the largest integer
    https://redis.io/docs/latest/commands/incr/
    In many languages, adding one to it gives the smallest integer, without a warning.

    @NUMBER-03
    Scenario: INCR of the largest integer is an error
      Given "counter" holds "9223372036854775807"
      When a client sends INCR "counter"
      Then the reply is an error

    @NUMBER-04 @exact
    Scenario: The error for INCR of the largest integer says that it would overflow
      Given "counter" holds "9223372036854775807"
      When a client sends INCR "counter"
      Then the reply is the error "ERR increment or decrement would overflow"

    @NUMBER-05
    Scenario: A counter that would overflow keeps its value
      Given "counter" holds "9223372036854775807"
      When a client sends INCR "counter"
      Then "counter" now holds "9223372036854775807"

  Rule: INCR works again after an error
    https://redis.io/docs/latest/commands/incr/

    @NUMBER-06
    Scenario: INCR works after a number has replaced a text
      Given "counter" holds "ten"
      And a client sends INCR "counter"
      And "counter" holds "10"
      When the client sends INCR "counter"
      Then the reply is the integer 11
