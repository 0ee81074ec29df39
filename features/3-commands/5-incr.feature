@step3
Feature: INCR counts
  Visits to a page, orders of a day, failed logins: INCR adds one to a number and returns the result, in a single step.
  The number is stored as text, in decimal digits, like any other value. So SET can write it and GET can read it.

  Rule: INCR adds one and returns the result
    https://redis.io/docs/latest/commands/incr/

    @INCR-01
    Scenario: INCR of a key that does not exist counts from 0
      When a client sends INCR "visits"
      Then the reply is the integer 1

    @INCR-02
    Scenario: INCR continues from its last result
      Given a client sends INCR "visits"
      And the client sends INCR "visits"
      When the client sends INCR "visits"
      Then the reply is the integer 3

    @INCR-03
    Scenario Outline: After <before> comes <after>
      Given "counter" holds "<before>"
      When a client sends INCR "counter"
      Then the reply is the integer <after>

      Examples:
        | before               | after                |
        | 41                   | 42                   |
        | 99                   | 100                  |
        | -1                   | 0                    |
        | -100                 | -99                  |
        | 2147483647           | 2147483648           |
        | 9007199254740992     | 9007199254740993     |
        | 9223372036854775806  | 9223372036854775807  |
        | -9223372036854775808 | -9223372036854775807 |
        | 0                    | 1                    |

  Rule: The result is stored as text
    https://redis.io/docs/latest/commands/incr/

    @INCR-04
    Scenario: A counter can be read with GET
      Given "visits" holds "41"
      When a client sends INCR "visits"
      Then "visits" now holds "42"

    @INCR-05
    Scenario: A counter that INCR created can be read with GET
      When a client sends INCR "visits"
      Then "visits" now holds "1"

    @INCR-06
    Scenario: After SET a counter continues from the new value
      Given a client sends INCR "visits"
      And the client sends SET "visits" "10"
      When the client sends INCR "visits"
      Then the reply is the integer 11

    @INCR-07
    Scenario: INCR of one counter does not change another
      Given "apples" holds "5"
      When a client sends INCR "pears"
      Then "apples" now holds "5"

  Rule: No count is lost, however many clients count
    https://redis.io/docs/latest/commands/incr/
    Reading the number, adding one and writing it back are three steps. If two clients do them at the same time, both can
    write the same number, and one count is lost. INCR has to be one step: under a lock, in one thread, or with an atomic
    update.

    @INCR-08
    Scenario: Two clients increment the same counter
      Given a client sends INCR "visits"
      And another client sends INCR "visits"
      When the client sends INCR "visits"
      Then the reply is the integer 3

    @INCR-09
    Scenario: Fifty clients increment a counter at the same time
      When 50 clients, all at once, each send INCR "visits" 20 times
      Then "visits" now holds "1000"

    @INCR-10
    Scenario: Two clients send INCR without waiting for replies
      So the server always has commands from both clients to carry out.
      Given a client sends INCR "visits" 20000 times without reading
      And another client sends INCR "visits" 20000 times without reading
      And the client stops sending
      And the connection is closed
      When the other client stops sending
      Then the connection is closed
      And "visits" now holds "40000"
