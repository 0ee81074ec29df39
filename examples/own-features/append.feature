Feature: APPEND
  APPEND adds to the end of a value without sending the whole value again.

  Rule: APPEND adds to a value and replies with the new length in bytes
    https://redis.io/docs/latest/commands/append/

    @APPEND-01
    Scenario: APPEND adds text to a value
      Given "log" holds "one,"
      When a client sends APPEND key "log" "two"
      Then the reply is the integer 7
      And "log" now holds "one,two"

    @APPEND-02
    Scenario: APPEND to a missing key starts with an empty value
      When a client sends APPEND key "log" "one"
      Then the reply is the integer 3
      And "log" now holds "one"

    @APPEND-03
    Scenario: APPEND keeps the lifetime of a key
      Given "log" holds "one,"
      And "log" expires in 100 seconds
      When a client sends APPEND key "log" "two"
      And the client sends TTL "log"
      Then the reply is an integer from 99 to 100
