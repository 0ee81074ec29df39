@step4
Feature: TTL tells how long a key has to live
  TTL is short for time to live. It returns the seconds that are left of the lifetime of a key, and distinguishes a
  key without a lifetime from a missing key. In this chapter, one second less is accepted too. The exact rounding is in
  the chapter "The rounding of TTL".

  Rule: TTL returns -2 for a missing key, -1 for a key without a lifetime, or the seconds left
    https://redis.io/docs/latest/commands/ttl/

    @TTL-01
    Scenario: TTL of a key without a lifetime is -1
      Given "session" holds "Ada"
      When a client sends TTL "session"
      Then the reply is the integer -1

    @TTL-02
    Scenario: TTL of a missing key is -2
      When a client sends TTL "session"
      Then the reply is the integer -2

    @TTL-03
    Scenario: Right after EXPIRE the whole lifetime is left
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      When a client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @TTL-04
    Scenario: The time to live decreases
      Given "session" holds "Ada"
      And "session" expires in 2 seconds
      When only 0.9 seconds of the lifetime of "session" are left
      And a client sends TTL "session"
      Then the reply is an integer from 0 to 1

    @TTL-06
    Scenario: A key with an empty value can have a lifetime
      Given "session" holds ""
      When a client sends these commands together:
        | EXPIRE "session" 100 |
        | TTL "session"        |
      Then the replies are:
        | the integer 1             |
        | an integer from 99 to 100 |

  Rule: A lifetime can be long
    https://redis.io/docs/latest/commands/expire/
    A month has more milliseconds than fit into 32 bits.

    @TTL-05
    Scenario Outline: A lifetime of <seconds> seconds is kept
      Given "passport" holds "Ada"
      And a client sends EXPIRE "passport" <seconds>
      When the client sends TTL "passport"
      Then the reply is an integer from <least> to <seconds>

      Examples:
        | seconds    | least      |
        | 3000000    | 2999999    |
        | 5000000000 | 4999999999 |
