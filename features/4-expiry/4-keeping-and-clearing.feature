@step4
Feature: What keeps a lifetime and what ends it
  A lifetime belongs to a key as long as the key is the same one. Changing its value from within, as INCR does, changes
  nothing about the lifetime. Putting a new value in its place, as SET does, makes a new key of it, and that one lives
  for ever, until it is given a lifetime of its own.

  Rule: SET makes a key permanent
    https://redis.io/docs/latest/commands/set/

    @KEEP-01
    Scenario: Replacing a value clears its lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      When a client sends SET "session" "Grace"
      Then "session" never expires

    @KEEP-02
    Scenario: The old lifetime does not touch the new value
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And "session" holds "Grace"
      When the first lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is "Grace"

  Rule: INCR and reading keep the lifetime
    https://redis.io/docs/latest/commands/expire/

    @KEEP-03
    Scenario: A counter keeps its lifetime when it counts
      Given "visits" holds "41"
      And "visits" expires in 100 seconds
      And a client sends INCR "visits"
      When the client sends TTL "visits"
      Then the reply is an integer from 99 to 100

    @KEEP-04
    Scenario: A counter that has counted expires in time
      Given "visits" holds "41"
      And "visits" expires in 1 second
      And a client sends INCR "visits"
      When the lifetime of "visits" is over
      And the client sends GET "visits"
      Then the reply is null

    @KEEP-05
    Scenario: A value keeps its lifetime when it is read
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends GET "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @KEEP-17
    Scenario: A counter that counted shortly before its end still expires in time
      Given "visits" holds "41"
      And "visits" expires in 1 second
      And only 0.5 seconds of the lifetime of "visits" are left
      And a client sends INCR "visits"
      When the lifetime of "visits" is over
      And the client sends GET "visits"
      Then the reply is null

    @KEEP-18
    Scenario: Asking for the time to live does not change it
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends TTL "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

  Rule: A command that fails keeps the lifetime
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @KEEP-06
    Scenario: INCR of a text keeps its lifetime
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And a client sends INCR "session"
      When the client sends TTL "session"
      Then the reply is an integer from 99 to 100

    @KEEP-07
    Scenario: A SET that was refused keeps the lifetime
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
    Scenario: A longer lifetime saves a key from the shorter one before
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And "session" expires in 100 seconds
      When the first lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is "Ada"

    @KEEP-10
    Scenario: A shorter lifetime takes the place of a longer one
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is null

  Rule: A new key does not inherit the lifetime of an old one of the same name
    https://redis.io/docs/latest/commands/expire/#keys-with-an-expire

    @KEEP-11
    Scenario: A value set after the old one expired lives for ever
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends SET "session" "Grace"
      Then "session" never expires

    @KEEP-12
    Scenario: A counter that began anew after it expired lives for ever
      Given "visits" holds "41"
      And "visits" expires in 1 second
      When the lifetime of "visits" is over
      And a client sends INCR "visits"
      Then "visits" never expires

    @KEEP-13
    Scenario: A counter that began anew after it was removed lives for ever
      Given "visits" holds "41"
      And "visits" expires in 100 seconds
      And a client sends EXPIRE "visits" 0
      When the client sends INCR "visits"
      Then "visits" never expires

    @KEEP-14
    Scenario: A lifetime that no key was there to take is not kept for a later one
      Given a client sends EXPIRE "visits" 100
      When the client sends INCR "visits"
      Then "visits" never expires

    @KEEP-15
    Scenario: A value set after the old one expired is still there a second later
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
    Scenario: The lifetime of a key that was removed does not strike the next one
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And a client sends EXPIRE "session" 0
      And "session" holds "Grace"
      When the first lifetime of "session" is over
      And the client sends GET "session"
      Then the reply is "Grace"
