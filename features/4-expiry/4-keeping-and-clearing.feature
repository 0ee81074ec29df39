@step4
Feature: Keeping and clearing a lifetime
  A key keeps its lifetime as long as it is the same key. Changing its value in place, as INCR does, does not change the
  lifetime. Replacing the value, as SET does, makes it a new key. The new key has no lifetime until it is given
  a new one.

  Rule: SET makes a key permanent
    https://redis.io/docs/latest/commands/set/

    @KEEP-01
    Scenario: Replacing a value clears its lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      When a client sends SET "session" "Grace"
      Then "session" never expires

    @KEEP-02
    Scenario: The old lifetime does not affect the new value
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And "session" holds "Grace"
      When the first lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is "Grace"

  Rule: INCR, GET and TTL keep the lifetime
    https://redis.io/docs/latest/commands/expire/

    @KEEP-03
    Scenario: INCR keeps the lifetime of a counter
      Given "visits" holds "41"
      And "visits" expires in 100 seconds
      And a client sends INCR "visits"
      When the client sends TTL "visits"
      Then the reply is an integer from 99 to 100

    @KEEP-04
    Scenario: A counter still expires in time after INCR
      Given "visits" holds "41"
      And "visits" expires in 1 second
      And a client sends INCR "visits"
      When the lifetime of "visits" is over
      And the client sends GET "visits"
      Then the reply is null

    @KEEP-05
    Scenario: GET keeps the lifetime of a value
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends GET "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @KEEP-17
    Scenario: A counter still expires in time if INCR came shortly before its end
      Given "visits" holds "41"
      And "visits" expires in 1 second
      And only 0.5 seconds of the lifetime of "visits" are left
      And a client sends INCR "visits"
      When the lifetime of "visits" is over
      And the client sends GET "visits"
      Then the reply is null

    @KEEP-18
    Scenario: TTL does not change the time to live
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends TTL "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

  Rule: A command that fails keeps the lifetime
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @KEEP-06
    Scenario: An INCR that fails keeps the lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends INCR "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @KEEP-07
    Scenario: A SET that fails keeps the lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends SET "session" "Grace" "Hopper"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

  Rule: A second EXPIRE replaces the first
    https://redis.io/docs/latest/commands/expire/#refreshing-expires

    @KEEP-08
    Scenario: The time to live is that of the last EXPIRE
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And "session" expires in 200 seconds
      When a client sends TTL "session"
      Then the reply is an integer from 199 to 200

    @KEEP-09
    Scenario: A longer lifetime replaces a shorter one
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And "session" expires in 100 seconds
      When the first lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is "Ada"

    @KEEP-10
    Scenario: A shorter lifetime replaces a longer one
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is null

  Rule: A new key does not inherit the lifetime of an old key with the same name
    https://redis.io/docs/latest/commands/expire/#keys-with-an-expire

    @KEEP-11
    Scenario: A key that is set again after it expired has no lifetime
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends SET "session" "Grace"
      Then "session" never expires

    @KEEP-12
    Scenario: A counter that starts again after it expired has no lifetime
      Given "visits" holds "41"
      And "visits" expires in 1 second
      When the lifetime of "visits" is over
      And a client sends INCR "visits"
      Then "visits" never expires

    @KEEP-13
    Scenario: A counter that starts again after EXPIRE 0 has no lifetime
      Given "visits" holds "41"
      And "visits" expires in 100 seconds
      And a client sends EXPIRE "visits" 0
      When the client sends INCR "visits"
      Then "visits" never expires

    @KEEP-14
    Scenario: EXPIRE on a missing key does not affect a key created later
      Given a client sends EXPIRE "visits" 100
      When the client sends INCR "visits"
      Then "visits" never expires

    @KEEP-15
    Scenario: A key that is set again after it expired still exists a second later
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And the lifetime of "session" is over
      And "session" holds "Grace"
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "session"
      Then the reply is "Grace"

    @KEEP-16
    Scenario: The lifetime of a removed key does not affect a new key with its name
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And a client sends EXPIRE "session" 0
      And "session" holds "Grace"
      When the first lifetime of "session" is over
      And the client sends GET "session"
      Then the reply is "Grace"
