@step4
Feature: Invalid expiry times
  The time that EXPIRE takes is text like every argument, and not every text is a valid time. If it is not, EXPIRE returns
  an error and leaves everything as it was: the key, its value, and the lifetime it may have had.

  Rule: A lifetime is an integer
    https://redis.io/docs/latest/commands/expire/
    It has to be written like a number for INCR, without spaces, plus signs or leading zeros.

    @TIME-01
    Scenario Outline: EXPIRE with <time> is an error and sets no lifetime
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" <time>
      Then the reply is an error
      And "session" never expires

      Examples:
        | time                  |
        | "soon"                |
        | ""                    |
        | "1.5"                 |
        | " 10"                 |
        | "10s"                 |
        | "+10"                 |
        | "010"                 |
        | "9223372036854775808" |

    @TIME-02 @exact
    Scenario Outline: The error for EXPIRE with <time> says that it is not an integer
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" <time>
      Then the reply is the error "ERR value is not an integer or out of range"

      Examples:
        | time                  |
        | "soon"                |
        | "9223372036854775808" |

    @TIME-03
    Scenario: EXPIRE with an invalid time keeps the old lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends EXPIRE "session" "soon"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @TIME-04
    Scenario: EXPIRE with an invalid time is an error even on a missing key
      When a client sends EXPIRE "session" "soon"
      Then the reply is an error

  Rule: A lifetime must end at a time that fits into 64 bits
    https://redis.io/docs/latest/commands/expire/
    Redis counts in milliseconds: the seconds times 1000, plus the current time. If that overflows, it is too large.

    @TIME-05
    Scenario Outline: EXPIRE with <seconds> seconds is out of range and sets no lifetime
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" <seconds>
      Then the reply is an error
      And "session" never expires

      Examples:
        | seconds              |
        | 9223372036854775807  |
        | 9223372036854776     |
        | -9223372036854775808 |
        | 18446744073709561    |

    @TIME-06 @exact
    Scenario Outline: The error for EXPIRE with <seconds> seconds says that the time is invalid
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" <seconds>
      Then the reply is the error "ERR invalid expire time in 'expire' command"

      Examples:
        | seconds              |
        | 9223372036854775807  |
        | 9223372036854775     |
        | -9223372036854775808 |

    @TIME-07
    Scenario: EXPIRE with a lifetime that is too large keeps the old lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends EXPIRE "session" 9223372036854775807
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

  Rule: EXPIRE takes a key and a time, TTL takes a key
    https://redis.io/docs/latest/commands/ttl/

    @TIME-08
    Scenario Outline: The wrong number of arguments in <command> is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command          |
        | EXPIRE "session" |
        | TTL              |
        | TTL "one" "two"  |

    @TIME-09 @exact
    Scenario Outline: The error for <command> calls the command <name>
      When a client sends <command>
      Then the reply is the error "ERR wrong number of arguments for '<name>' command"

      Examples:
        | command          | name   |
        | EXPIRE "session" | expire |
        | TTL "one" "two"  | ttl    |

  Rule: EXPIRE with an unknown option is an error
    https://redis.io/docs/latest/commands/expire/
    Since version 7 EXPIRE takes options after the time (NX, XX, GT and LT). They are not part of these steps.

    @TIME-10
    Scenario: EXPIRE with an unknown option sets no lifetime
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" 100 FOO
      Then the reply is an error
      And "session" never expires

    @TIME-11 @exact
    Scenario: The error for EXPIRE repeats the unknown option
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" 100 FOO
      Then the reply is the error "ERR Unsupported option FOO"
