@step4
Feature: A key expires
  When the lifetime of a key is over, the key is gone, as if it had never been. Whether a server removes it at that
  very moment is its own affair: it may as well leave it where it is, and look at the clock whenever the key is used.
  Redis does this, and now and then cleans up keys that nobody asks for.

  Rule: When its lifetime is over a key is gone for every command
    https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys

    @GONE-01
    Scenario: An expired key has no value
      Given "session" holds "Ada"
      And "session" expires in 1 second
      When the lifetime of "session" is over
      And a client sends GET "session"
      Then the reply is null

    @GONE-02
    Scenario: An expired key has no time to live
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
    Scenario: An expired text is no obstacle to counting
      Given "visits" holds "many"
      And "visits" expires in 1 second
      When the lifetime of "visits" is over
      And a client sends INCR "visits"
      Then the reply is the integer 1

  Rule: Each key has a lifetime of its own
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
    Scenario: A key expires although another one was to expire later
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
    Scenario: Keys that end one after another are each gone at their own end
      A server that removes ended keys now and then, and does not look at the clock, has removed some of them in time.
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

  Rule: Until its lifetime is over a key is there
    https://redis.io/docs/latest/commands/expire/#expire-accuracy
    Count in milliseconds. A server that counts in whole seconds is early or late by up to one.

    @GONE-06
    Scenario: A key lives for the most of its last second
      The second key gets its lifetime half a second after the first, so not both can begin with a full second.
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
    Scenario: A key lives through its first second and most of its second
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
    Scenario: A lifetime may begin between two seconds of the clock
      The second key gets its lifetime half a second after the first, so not both can begin with a full second.
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
      Timers of 32 bits run over after 24 days and go off at once.
      Given "passport" holds "Ada"
      And "passport" expires in 3000000 seconds
      And "candle" holds "light"
      And "candle" expires in 1 second
      When the lifetime of "candle" is over
      And a client sends GET "passport"
      Then the reply is "Ada"

  Rule: Using a key does not prolong its lifetime
    https://redis.io/docs/latest/commands/expire/

    @GONE-10
    Scenario: A key that was read shortly before still expires in time
      Given "session" holds "Ada"
      And "session" expires in 1 second
      And only 0.5 seconds of the lifetime of "session" are left
      And a client sends GET "session"
      When the lifetime of "session" is over
      And the client sends GET "session"
      Then the reply is null
