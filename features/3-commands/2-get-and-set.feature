@step3
Feature: SET stores a value, GET reads it
  At its heart Redis is a table with two columns: keys and values. SET writes a value under a key, GET reads the value
  of a key. There is one table, and all clients see the same one.

  Rule: GET returns the value that SET stored
    https://redis.io/docs/latest/commands/get/

    @SET-01
    Scenario: A value that was set can be read
      When a client sends SET "capital" "Lima"
      Then "capital" now holds "Lima"

    @SET-02
    Scenario: A key that was never set has no value
      Given "capital" holds "Lima"
      When a client sends GET "village"
      Then the reply is null

    @SET-03
    Scenario: Reading a value does not use it up
      Given "capital" holds "Lima"
      And a client sends GET "capital"
      When the client sends GET "capital"
      Then the reply is "Lima"

    @SET-04
    Scenario: Each key has its own value
      Given "Peru" holds "Lima"
      And "Chile" holds "Santiago"
      When a client sends these commands together:
        | GET "Peru"  |
        | GET "Chile" |
      Then the replies are:
        | "Lima"     |
        | "Santiago" |

  Rule: Values are kept as they were written
    https://redis.io/docs/latest/commands/set/
    Nothing is trimmed, rounded, or read as a number. Only the clients know what a value means.

    @SET-05
    Scenario Outline: The value <value> is kept as it is
      When a client sends SET "value" <value>
      Then "value" now holds <value>

      Examples:
        | value   |
        | "MiXeD" |
        | "007"   |
        | "1.50"  |
        | "+1"    |
        | "null"  |
        | "0"     |

  Rule: SET replaces whatever the key held before
    https://redis.io/docs/latest/commands/set/

    @SET-06
    Scenario: A second SET is answered with OK like the first
      Given "capital" holds "Bonn"
      When a client sends SET "capital" "Berlin"
      Then the reply is OK

    @SET-07
    Scenario: A second SET replaces the value
      Given "capital" holds "Bonn"
      When a client sends SET "capital" "Berlin"
      Then "capital" now holds "Berlin"

    @SET-08
    Scenario: Nothing is left of a longer value
      Given "capital" holds "Thiruvananthapuram"
      When a client sends SET "capital" "Rome"
      Then "capital" now holds "Rome"

  Rule: All clients share the same keys and values
    https://redis.io/docs/latest/develop/using-commands/keyspace/

    @SET-09
    Scenario: One client reads what another has set
      Given a client sends SET "capital" "Oslo"
      When another client sends GET "capital"
      Then the reply is "Oslo"

    @SET-10
    Scenario: The last SET wins, whichever client sent it
      Given a client sends SET "capital" "Kyoto"
      And another client sends SET "capital" "Tokyo"
      When the client sends GET "capital"
      Then the reply is "Tokyo"

    @SET-11
    Scenario: A value stays after the client that set it disconnects
      Given a client sends SET "capital" "Oslo"
      And the client disconnects
      When another client sends GET "capital"
      Then the reply is "Oslo"
