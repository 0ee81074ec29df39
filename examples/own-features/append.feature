Feature: APPEND
  Adds to the end of a value, without sending the whole value again.

  Rule: APPEND adds to what a key holds, and answers how many bytes it holds now
    https://redis.io/docs/latest/commands/append/

    @APPEND-01
    Scenario: Text is added to a value
      Given "log" holds "one,"
      When a client sends APPEND key "log" "two"
      Then the reply is the integer 7
      And "log" now holds "one,two"

    @APPEND-02
    Scenario: A key that does not exist begins as an empty value
      When a client sends APPEND key "log" "one"
      Then the reply is the integer 3
      And "log" now holds "one"

    @APPEND-03
    Scenario: A key keeps its lifetime when text is added to it
      Given "log" holds "one,"
      And "log" expires in 100 seconds
      When a client sends APPEND key "log" "two"
      And the client sends TTL "log"
      Then the reply is an integer from 99 to 100
