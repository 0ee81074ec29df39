@step5 @keys
Feature: Keys come and go
  A server that keeps what it is told grows for ever. So keys can be deleted, counted, and given an end in four ways: in
  seconds or milliseconds, from now or by the calendar. And a key whose time is over goes even if nobody asks for it
  again. Some of these scenarios begin with FLUSHALL, which empties the whole server.

  Rule: DEL deletes keys and says how many there were
    https://redis.io/docs/latest/commands/del/

    @DEL-01
    Scenario: A deleted key is gone
      Given "a" holds "1"
      When a client sends DEL "a"
      Then the reply is the integer 1
      And "a" does not exist

    @DEL-07
    Scenario: A key can be as long as a value
      When a client sends these commands together:
        | SET 100000 bytes "1"          |
        | EXISTS 100000 bytes           |
        | EXISTS 99999 bytes            |
        | DEL 100000 bytes 100000 bytes |
        | EXISTS 100000 bytes           |
      Then the replies are:
        | OK            |
        | the integer 1 |
        | the integer 0 |
        | the integer 1 |
        | the integer 0 |

    @DEL-02
    Scenario: Only keys that exist are counted
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends DEL "a" "nothing" "b"
      Then the reply is the integer 2

    @DEL-03
    Scenario: A key can be deleted once
      Given "a" holds "1"
      When a client sends DEL "a" "a"
      Then the reply is the integer 1

    @DEL-04
    Scenario: No other key is touched by DEL
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends DEL "a"
      Then "b" now holds "2"

    @DEL-05
    Scenario: What is stored after DEL has no old lifetime
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends DEL "a"
      When the client sends INCR "a"
      Then the reply is the integer 1
      And "a" never expires

    @DEL-06
    Scenario: A key whose lifetime is over is not counted by DEL
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends DEL "a"
      Then the reply is the integer 0

  Rule: EXISTS counts keys as often as they are named
    https://redis.io/docs/latest/commands/exists/

    @EXISTS-01
    Scenario: EXISTS counts those that are there
      Given "a" holds "1"
      When a client sends these commands together:
        | EXISTS "a"           |
        | EXISTS "nothing"     |
        | EXISTS "nothing" "a" |
      Then the replies are:
        | the integer 1 |
        | the integer 0 |
        | the integer 1 |

    @EXISTS-02
    Scenario: A key that is named twice counts twice
      Given "a" holds ""
      When a client sends EXISTS "a" "a"
      Then the reply is the integer 2

    @EXISTS-03
    Scenario: A key whose lifetime is over is not counted by EXISTS
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends EXISTS "a"
      Then the reply is the integer 0

    @EXISTS-04
    Scenario Outline: <command> without a key is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command     |
        | DEL         |
        | EXISTS      |
        | PERSIST     |
        | EXPIRETIME  |
        | PEXPIRETIME |
        | PTTL        |

  Rule: EXPIREAT and PEXPIREAT set the end by the calendar, EXPIRETIME and PEXPIRETIME tell it
    https://redis.io/docs/latest/commands/expiretime/
    Times are counted from the beginning of 1970. 4102444800 is the first second of the year 2100.

    @CALENDAR-01
    Scenario: An end in seconds is told in seconds
      Given "a" holds "1"
      When a client sends these commands together:
        | EXPIREAT "a" 4102444800 |
        | EXPIRETIME "a"          |
        | PEXPIRETIME "a"         |
      Then the replies are:
        | the integer 1             |
        | the integer 4102444800    |
        | the integer 4102444800000 |

    @CALENDAR-02
    Scenario: An end in milliseconds is told in milliseconds
      Given "a" holds "1"
      When a client sends these commands together:
        | PEXPIREAT "a" 4102444800123 |
        | PEXPIRETIME "a"             |
      Then the replies are:
        | the integer 1             |
        | the integer 4102444800123 |

    @CALENDAR-03 @exact
    Scenario Outline: EXPIRETIME of <milliseconds> milliseconds is rounded to the nearest second
      Given "a" holds "1"
      And a client sends PEXPIREAT "a" <milliseconds>
      When the client sends EXPIRETIME "a"
      Then the reply is the integer <seconds>

      Examples:
        | milliseconds  | seconds    |
        | 4102444800499 | 4102444800 |
        | 4102444800500 | 4102444801 |

    @CALENDAR-04
    Scenario Outline: <command> is -1 without a lifetime and -2 without a key
      Given "a" holds "1"
      When a client sends these commands together:
        | <command> "a"       |
        | <command> "nothing" |
      Then the replies are:
        | the integer -1 |
        | the integer -2 |

      Examples:
        | command     |
        | EXPIRETIME  |
        | PEXPIRETIME |
        | PTTL        |

    @CALENDAR-05
    Scenario Outline: <command> with <time>, which has passed, deletes the key
      Given "a" holds "1"
      When a client sends <command> "a" <time>
      Then the reply is the integer 1
      And "a" does not exist

      Examples:
        | command   | time          |
        | EXPIREAT  | 1000000000    |
        | PEXPIREAT | 1000000000000 |
        | PEXPIRE   | 0             |
        | PEXPIRE   | -1            |

    @CALENDAR-06
    Scenario Outline: <command> of a missing key is 0
      When a client sends <command> "nothing" 4102444800000
      Then the reply is the integer 0

      Examples:
        | command   |
        | EXPIREAT  |
        | PEXPIREAT |
        | PEXPIRE   |

    @CALENDAR-07
    Scenario Outline: <command> refuses <time>
      Given "a" holds "1"
      When a client sends <command> "a" <time>
      Then the reply is an error
      And "a" never expires

      Examples:
        | command   | time                |
        | EXPIREAT  | "tomorrow"          |
        | PEXPIREAT | "1.5"               |
        | PEXPIRE   | ""                  |
        | EXPIREAT  | 9223372036854775807 |
        | PEXPIRE   | 9223372036854775807 |

    @CALENDAR-08 @exact
    Scenario Outline: The error of <command> for <time>
      Given "a" holds "1"
      When a client sends <command> "a" <time>
      Then the reply is the error "<error>"

      Examples:
        | command   | time                | error                                         |
        | EXPIREAT  | "tomorrow"          | ERR value is not an integer or out of range   |
        | EXPIREAT  | 9223372036854775807 | ERR invalid expire time in 'expireat' command |
        | PEXPIRE   | 9223372036854775807 | ERR invalid expire time in 'pexpire' command  |
        | PEXPIREAT | 1 FOO               | ERR Unsupported option FOO                    |

  Rule: PEXPIRE and PTTL count in milliseconds
    https://redis.io/docs/latest/commands/pexpire/

    @PEXPIRE-01
    Scenario: PTTL is what is left in milliseconds
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 1000000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @PEXPIRE-02
    Scenario: PTTL of a lifetime in seconds
      Given "a" holds "1"
      And "a" expires in 1000 seconds
      When a client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @PEXPIRE-03
    Scenario: A lifetime in milliseconds ends
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 700
      And the lifetime of "a" is over
      When the client sends EXISTS "a"
      Then the reply is the integer 0

    @PEXPIRE-04
    Scenario: A lifetime in milliseconds does not end before
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 1500
      And only 0.5 seconds of the lifetime of "a" are left
      When the client sends GET "a"
      Then the reply is "1"

  Rule: PERSIST takes a lifetime away and says whether there was one
    https://redis.io/docs/latest/commands/persist/

    @PERSIST-01
    Scenario: A key with a lifetime becomes permanent
      Given "a" holds "1"
      And "a" expires in 100 seconds
      When a client sends PERSIST "a"
      Then the reply is the integer 1
      And "a" never expires

    @PERSIST-02
    Scenario: Without a lifetime there is nothing to take away
      Given "a" holds "1"
      When a client sends PERSIST "a"
      Then the reply is the integer 0

    @PERSIST-03
    Scenario: PERSIST of a missing key is 0
      When a client sends PERSIST "nothing"
      Then the reply is the integer 0

    @PERSIST-04
    Scenario: A key that was made permanent outlives its first lifetime
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends PERSIST "a"
      And the first lifetime of "a" is over
      When the client sends GET "a"
      Then the reply is "1"

    @PERSIST-05
    Scenario: A key whose lifetime is over can't be saved any more
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends PERSIST "a"
      Then the reply is the integer 0
      And "a" does not exist

  Rule: NX, XX, GT and LT say when a lifetime may be given
    https://redis.io/docs/latest/commands/expire/
    NX: only without a lifetime; XX: only with one; GT: only a later end; LT: only an earlier one. A key without a
    lifetime counts as one that ends never.

    @CONDITION-01
    Scenario Outline: Without a lifetime EXPIRE with <option> is <reply>
      Given "a" holds "1"
      When a client sends EXPIRE "a" 100 <option>
      Then the reply is the integer <reply>

      Examples:
        | option | reply |
        | NX     | 1     |
        | XX     | 0     |
        | GT     | 0     |
        | LT     | 1     |
        | nx     | 1     |
        | Gt     | 0     |

    @CONDITION-02
    Scenario Outline: With a lifetime of 1000 seconds EXPIRE <seconds> <option> is <reply>
      Given "a" holds "1"
      And "a" expires in 1000 seconds
      When a client sends EXPIRE "a" <seconds> <option>
      Then the reply is the integer <reply>

      Examples:
        | seconds | option | reply |
        | 2000    | NX     | 0     |
        | 2000    | XX     | 1     |
        | 2000    | GT     | 1     |
        | 500     | GT     | 0     |
        | 2000    | LT     | 0     |
        | 500     | LT     | 1     |
        | 2000    | XX GT  | 1     |
        | 500     | XX GT  | 0     |
        | 500     | LT XX  | 1     |

    @CONDITION-03
    Scenario: An EXPIRE that was not allowed leaves the lifetime
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends EXPIREAT "a" 4000000000 GT
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800

    @CONDITION-04
    Scenario: An EXPIRE that was allowed replaces the lifetime
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends EXPIREAT "a" 4000000000 LT
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4000000000

    @CONDITION-05
    Scenario: The same end is not later
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      When the client sends these commands together:
        | EXPIREAT "a" 4102444800 GT |
        | EXPIREAT "a" 4102444800 LT |
      Then the replies are:
        | the integer 1 |
        | the integer 0 |
        | the integer 0 |

    @CONDITION-06
    Scenario: A time that has passed deletes only where the option allows it
      Given "a" holds "1"
      And "a" expires in 100 seconds
      When a client sends EXPIRE "a" -1 GT
      Then the reply is the integer 0
      And "a" now holds "1"

    @CONDITION-07
    Scenario Outline: <options> contradict each other
      Given "a" holds "1"
      When a client sends EXPIRE "a" 100 <options>
      Then the reply is an error
      And "a" never expires

      Examples:
        | options |
        | NX XX   |
        | NX GT   |
        | LT NX   |
        | GT LT   |

    @CONDITION-08 @exact
    Scenario Outline: The error for <options>
      Given "a" holds "1"
      When a client sends EXPIRE "a" 100 <options>
      Then the reply is the error "<error>"

      Examples:
        | options | error                                                               |
        | NX XX   | ERR NX and XX, GT or LT options at the same time are not compatible |
        | NX LT   | ERR NX and XX, GT or LT options at the same time are not compatible |
        | GT LT   | ERR GT and LT options at the same time are not compatible           |

  Rule: DBSIZE counts the keys, FLUSHALL deletes all of them
    https://redis.io/docs/latest/commands/dbsize/

    @DBSIZE-01 @alone
    Scenario: A new key counts, a new value of an old one does not
      Given a client sends FLUSHALL
      When the client sends these commands together:
        | DBSIZE      |
        | SET "a" "1" |
        | SET "a" "2" |
        | INCR "b"    |
        | DBSIZE      |
        | DEL "a"     |
        | DBSIZE      |
      Then the replies are:
        | OK            |
        | the integer 0 |
        | OK            |
        | OK            |
        | the integer 1 |
        | the integer 2 |
        | the integer 1 |
        | the integer 1 |

    @DBSIZE-02 @alone
    Scenario: FLUSHALL deletes every key with its lifetime
      Given "a" holds "1"
      And "b" holds "2"
      And "b" expires in 100 seconds
      When a client sends FLUSHALL
      Then the reply is OK
      And DBSIZE is exactly 0
      And "b" does not exist

    @DBSIZE-03 @alone
    Scenario: After FLUSHALL a key with the same name is a new one
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends FLUSHALL
      When the client sends INCR "a"
      Then the reply is the integer 1
      And "a" never expires

    @DBSIZE-04 @alone
    Scenario Outline: FLUSHALL <mode> says how, and does the same
      Given "a" holds "1"
      When a client sends FLUSHALL <mode>
      Then the reply is OK
      And DBSIZE is exactly 0

      Examples:
        | mode  |
        | SYNC  |
        | async |

    @DBSIZE-05 @alone
    Scenario: FLUSHALL with a word it does not know deletes nothing
      Given a client sends FLUSHALL
      And "a" holds "1"
      When the client sends FLUSHALL NOW
      Then the reply is an error
      And DBSIZE is exactly 1

    @DBSIZE-06
    Scenario: DBSIZE takes no arguments
      When a client sends DBSIZE "a"
      Then the reply is an error

  Rule: Keys whose lifetime is over go even if nobody asks for them
    https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys
    No GET can show it: to GET such a key is gone at once. DBSIZE counts what is really there.

    @ACTIVE-01 @alone
    Scenario: A key that nobody touches leaves
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 1 second
      When the lifetime of "a" is over
      Then DBSIZE is exactly 0

    @ACTIVE-02 @alone
    Scenario: Keys without a lifetime stay
      Given a client sends FLUSHALL
      And "stays" holds "1"
      And "goes" holds "1"
      And "goes" expires in 1 second
      When the lifetime of "goes" is over
      Then DBSIZE is exactly 1
      And "stays" now holds "1"

    @ACTIVE-03 @alone
    Scenario: Keys with a long lifetime stay
      Given a client sends FLUSHALL
      And "stays" holds "1"
      And "stays" expires in 100 seconds
      And "goes" holds "1"
      And "goes" expires in 1 second
      When the lifetime of "goes" is over
      Then DBSIZE is exactly 1
      And "stays" now holds "1"

    @ACTIVE-04 @alone
    Scenario: A hundred thousand keys leave together, and nobody waits for that
      Given a client sends FLUSHALL
      When the client stores 100000 keys that expire in 1 second
      And another client sends PING 1000 times without reading
      Then the other client is answered PONG 1000 times
      And DBSIZE is exactly 0

    @ACTIVE-05 @alone
    Scenario: Keys that stay keep their values when most others leave
      A table that has grown for them gets smaller again, and later larger. The keys that stay have to move, and none is lost.
      Given a client sends FLUSHALL
      And the client sets 1000 keys, each to a value of its own
      And the client stores 20000 keys that expire in 1 second
      And DBSIZE is exactly 1000
      When the client sets 5000 keys, each to a value of its own
      Then each of these 5000 keys holds its own value

  Rule: Random commands about keys, their lifetimes and numbers: each reply follows from the commands before it
    https://redis.io/docs/latest/commands/del/

    @RANDOM-13
    Scenario: Random commands about keys, their lifetimes and numbers
      When three clients take turns sending up to 600 random commands of the area keys
      Then every reply is one that the rules allow

    @RANDOM-14 @exact
    Scenario: Random commands about keys, their lifetimes and numbers, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of the area keys
      Then every reply is the one that Redis gives
