@step4
Feature: A key expires
  When the lifetime of a key is over, the key is gone, as if it had never existed. A server may remove it at that very
  moment, or it may keep it in memory and check the clock whenever the key is used. Redis does the second, and now and
  then removes expired keys that no client uses.

  Rule: When its lifetime is over, a key is gone for every command
    https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys

    @GONE-01
    Scenario: An expired key has no value
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is null

    @GONE-02
    Scenario: TTL of an expired key is -2
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends TTL "session"
      Then the reply is the integer -2

    @GONE-03
    Scenario: An expired key cannot be given a new lifetime
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends EXPIRE "session" 100
      Then the reply is the integer 0

    @GONE-04
    Scenario: An expired counter counts from 0 again
      Given "visits" holds "41"
      And "visits" expires in 1 second
      When the lifetime of "visits" is over
      And a client sends INCR "visits"
      Then the reply is the integer 1

    @GONE-05
    Scenario: INCR of an expired text counts from 0
      Given "visits" holds "many"
      And "visits" expires in 1 second
      When the lifetime of "visits" is over
      And a client sends INCR "visits"
      Then the reply is the integer 1

  Rule: Each key has its own lifetime
    https://redis.io/docs/latest/commands/expire/#keys-with-an-expire

    @GONE-11
    Scenario: A key without a lifetime stays when another expires
      Given "session" holds "Ada"
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "session"
      Then the reply is "Ada"

    @GONE-12
    Scenario: A key with a longer lifetime stays when another expires
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "session"
      Then the reply is "Ada"

    @GONE-13
    Scenario: A key expires although another key expires later
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "candle"
      Then the reply is null

    @GONE-14
    Scenario: Keys with the same lifetime all expire
      Given "red" holds "1"
      And "green" holds "2"
      And "blue" holds "3"
      And "red" expires in 1 second
      And "green" expires in 1 second
      And "blue" expires in 1 second
      When the lifetime of "blue" is over
      And a client sends these commands together:
        | GET "red"   |
        | GET "green" |
        | GET "blue"  |
      Then the replies are:
        | null |
        | null |
        | null |

    @GONE-15
    Scenario: Each of three keys is gone as soon as its own lifetime ends
      A server that only removes expired keys now and then, and does not check the clock on a GET, may remove some of them in time.
      The keys end at such times that it can't be lucky with all three, even if it does so ten times a second.
      Given "red" holds "1"
      And "green" holds "2"
      And "blue" holds "3"
      And "red" expires in 1 second
      And only 0.77 seconds of the lifetime of "red" are left
      And "green" expires in 1 second
      And only 0.77 seconds of the lifetime of "green" are left
      And "blue" expires in 1 second
      When the lifetime of "red" has just ended
      And a client sends GET "red"
      And the lifetime of "green" has just ended
      And the client sends GET "green"
      And the lifetime of "blue" has just ended
      And the client sends GET "blue"
      Then the replies are:
        | null |
        | null |
        | null |

  Rule: A key exists until its lifetime is over
    https://redis.io/docs/latest/commands/expire/#expire-accuracy
    Count in milliseconds. A server that counts in whole seconds is early or late by up to a second.

    @GONE-06
    Scenario: A key with a lifetime of 1 second exists after 0.6 seconds
      The second key gets its lifetime half a second after the first, so they cannot both begin on a full second of the clock.
      Given "first" holds "1"
      And "second" holds "2"
      And "first" expires in 1 second
      And only 0.5 seconds of the lifetime of "first" are left
      And "second" expires in 1 second
      When only 0.4 seconds of the lifetime of "first" are left
      And a client sends GET "first"
      And only 0.4 seconds of the lifetime of "second" are left
      And the client sends GET "second"
      Then the replies are:
        | "1" |
        | "2" |

    @GONE-07
    Scenario: A key with a lifetime of 2 seconds exists after 1.6 seconds
      Given "first" holds "1"
      And "second" holds "2"
      And "first" expires in 2 seconds
      And only 1.5 seconds of the lifetime of "first" are left
      And "second" expires in 2 seconds
      When only 0.4 seconds of the lifetime of "first" are left
      And a client sends GET "first"
      And only 0.4 seconds of the lifetime of "second" are left
      And the client sends GET "second"
      Then the replies are:
        | "1" |
        | "2" |

    @GONE-08
    Scenario: A lifetime can begin between two seconds of the clock
      The second key gets its lifetime half a second after the first, so they cannot both begin on a full second of the clock.
      Given "first" holds "1"
      And "second" holds "2"
      And "first" expires in 2 seconds
      And only 1.5 seconds of the lifetime of "first" are left
      And "second" expires in 1 second
      When only 0.4 seconds of the lifetime of "second" are left
      And a client sends GET "second"
      And only 0.4 seconds of the lifetime of "first" are left
      And the client sends GET "first"
      Then the replies are:
        | "2" |
        | "1" |

    @GONE-09
    Scenario: A key with a lifetime of a month is still there after a second
      A 32-bit timer in milliseconds overflows after 24 days and fires immediately.
      Given "passport" holds "Ada"
      And "passport" expires in 3000000 seconds
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "passport"
      Then the reply is "Ada"

  Rule: Using a key does not extend its lifetime
    https://redis.io/docs/latest/commands/expire/

    @GONE-10
    Scenario: A key that was read shortly before its end still expires in time
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And only 0.5 seconds of the lifetime of "session" are left
      And a client sends GET "session"
      When the lifetime of "session" is over
      And the client sends GET "session"
      Then the reply is null
