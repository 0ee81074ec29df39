@step4
Feature: The rounding of TTL
  Redis knows the end of a lifetime to the millisecond, but TTL returns whole seconds. It rounds to the nearest: half a
  second before the end it returns 1, and a little later 0, while the key still exists. If the fraction were cut off, it
  would return 9 right after EXPIRE with 10.

  Rule: The time to live is rounded to the nearest second
    https://redis.io/docs/latest/commands/ttl/
    That is (milliseconds + 500) / 1000, without the fraction.

    @ROUND-01 @exact
    Scenario: Right after EXPIRE with 10 the time to live is 10
      Given "code" holds "4711"
      And "code" expires in 10 seconds
      When a client sends TTL "code"
      Then the reply is the integer 10

    @ROUND-02 @exact
    Scenario: 1.9 seconds are rounded up to 2
      Given "code" holds "4711"
      And "code" expires in 2 seconds
      When only 1.9 seconds of the lifetime of "code" are left
      And a client sends TTL "code"
      Then the reply is the integer 2

    @ROUND-03 @exact
    Scenario: 1.4 seconds are rounded down to 1
      Given "code" holds "4711"
      And "code" expires in 2 seconds
      When only 1.4 seconds of the lifetime of "code" are left
      And a client sends TTL "code"
      Then the reply is the integer 1

    @ROUND-04 @exact
    Scenario: 0.9 seconds are rounded up to 1
      Given "code" holds "4711"
      And "code" expires in 1 second
      When only 0.9 seconds of the lifetime of "code" are left
      And a client sends TTL "code"
      Then the reply is the integer 1

    @ROUND-05 @exact
    Scenario: 0.4 seconds are rounded down to 0 while the key is still there
      Given "code" holds "4711"
      And "code" expires in 1 second
      When only 0.4 seconds of the lifetime of "code" are left
      And a client sends these commands together:
        | TTL "code" |
        | GET "code" |
      Then the replies are:
        | the integer 0 |
        | "4711"        |
