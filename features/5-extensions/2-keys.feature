@step5 @keys
Feature: Deleting and expiring keys
  A server that only stores keys grows without limit. So keys can be deleted, counted, and given a lifetime in four ways:
  in seconds or milliseconds, from now or as a point in time. The server removes an expired key even if no client reads
  it again. Some of these scenarios begin with FLUSHALL, which empties the whole server.

  Rule: DEL deletes keys and replies with how many it deleted
    https://redis.io/docs/latest/commands/del/

    @DEL-01
    Scenario: DEL deletes a key and replies 1
      Given "a" holds "1"
      When a client sends DEL "a"
      Then the reply is the integer 1
      And "a" does not exist

    @DEL-07
    Scenario: A key can be 100000 bytes long
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
    Scenario: DEL counts only keys that exist
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends DEL "a" "nothing" "b"
      Then the reply is the integer 2

    @DEL-03
    Scenario: DEL counts a key only once, even if it is named twice
      Given "a" holds "1"
      When a client sends DEL "a" "a"
      Then the reply is the integer 1

    @DEL-04
    Scenario: DEL does not touch other keys
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends DEL "a"
      Then "b" now holds "2"

    @DEL-05
    Scenario: A key created again after DEL has no lifetime
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends DEL "a"
      When the client sends INCR "a"
      Then the reply is the integer 1
      And "a" never expires

    @DEL-06
    Scenario: DEL does not count an expired key
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends DEL "a"
      Then the reply is the integer 0

  Rule: EXISTS counts existing keys, each as often as it is named
    https://redis.io/docs/latest/commands/exists/

    @EXISTS-01
    Scenario: EXISTS counts only keys that exist
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
    Scenario: EXISTS counts a key twice if it is named twice
      Given "a" holds ""
      When a client sends EXISTS "a" "a"
      Then the reply is the integer 2

    @EXISTS-03
    Scenario: EXISTS does not count an expired key
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

  Rule: EXPIREAT and PEXPIREAT set the time at which a key expires, EXPIRETIME and PEXPIRETIME report it
    https://redis.io/docs/latest/commands/expiretime/
    Times count from the beginning of 1970. 4102444800 is the first second of the year 2100.

    @CALENDAR-01
    Scenario: EXPIRETIME and PEXPIRETIME report the time that EXPIREAT set
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
    Scenario: PEXPIRETIME reports the time that PEXPIREAT set
      Given "a" holds "1"
      When a client sends these commands together:
        | PEXPIREAT "a" 4102444800123 |
        | PEXPIRETIME "a"             |
      Then the replies are:
        | the integer 1             |
        | the integer 4102444800123 |

    @CALENDAR-03 @exact
    Scenario Outline: EXPIRETIME rounds <milliseconds> milliseconds to the nearest second
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
    Scenario Outline: <command> with <time> deletes the key, because that time has passed
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
    Scenario Outline: <command> of a missing key replies 0
      When a client sends <command> "nothing" 4102444800000
      Then the reply is the integer 0

      Examples:
        | command   |
        | EXPIREAT  |
        | PEXPIREAT |
        | PEXPIRE   |

    @CALENDAR-07
    Scenario Outline: <command> with <time> is an error and sets no lifetime
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
    Scenario Outline: The error of <command> with <time>, word for word
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
    Scenario: PTTL replies with the milliseconds that are left
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 1000000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @PEXPIRE-02
    Scenario: PTTL of a lifetime set in seconds is in milliseconds
      Given "a" holds "1"
      And "a" expires in 1000 seconds
      When a client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @PEXPIRE-03
    Scenario: A key expires after a lifetime in milliseconds
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 700
      And the lifetime of "a" is over
      When the client sends EXISTS "a"
      Then the reply is the integer 0

    @PEXPIRE-04
    Scenario: A key does not expire before its lifetime in milliseconds ends
      Given "a" holds "1"
      And a client sends PEXPIRE "a" 1500
      And only 0.5 seconds of the lifetime of "a" are left
      When the client sends GET "a"
      Then the reply is "1"

  Rule: PERSIST removes a lifetime and reports whether there was one
    https://redis.io/docs/latest/commands/persist/

    @PERSIST-01
    Scenario: PERSIST makes a key permanent and replies 1
      Given "a" holds "1"
      And "a" expires in 100 seconds
      When a client sends PERSIST "a"
      Then the reply is the integer 1
      And "a" never expires

    @PERSIST-02
    Scenario: PERSIST of a key without a lifetime replies 0
      Given "a" holds "1"
      When a client sends PERSIST "a"
      Then the reply is the integer 0

    @PERSIST-03
    Scenario: PERSIST of a missing key replies 0
      When a client sends PERSIST "nothing"
      Then the reply is the integer 0

    @PERSIST-04
    Scenario: After PERSIST, a key outlives its first lifetime
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends PERSIST "a"
      And the first lifetime of "a" is over
      When the client sends GET "a"
      Then the reply is "1"

    @PERSIST-05
    Scenario: PERSIST cannot save an expired key
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends PERSIST "a"
      Then the reply is the integer 0
      And "a" does not exist

  Rule: With NX, XX, GT or LT, EXPIRE sets a lifetime only under a condition
    https://redis.io/docs/latest/commands/expire/
    NX: only if the key has no lifetime. XX: only if it has a lifetime. GT: only if the new lifetime ends later.
    LT: only if it ends earlier. A key without a lifetime counts as a key that never expires.

    @CONDITION-01
    Scenario Outline: EXPIRE with <option> of a key without a lifetime replies <reply>
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
    Scenario Outline: EXPIRE <seconds> <option> after EXPIRE 1000 replies <reply>
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
    Scenario: EXPIREAT keeps the old lifetime if its condition is not met
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends EXPIREAT "a" 4000000000 GT
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800

    @CONDITION-04
    Scenario: EXPIREAT replaces the old lifetime if its condition is met
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends EXPIREAT "a" 4000000000 LT
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4000000000

    @CONDITION-05
    Scenario: The same time is neither later (GT) nor earlier (LT)
      Given "a" holds "1"
      When a client sends EXPIREAT "a" 4102444800
      And the client sends these commands together:
        | EXPIREAT "a" 4102444800 GT |
        | EXPIREAT "a" 4102444800 LT |
      Then the replies are:
        | the integer 1 |
        | the integer 0 |
        | the integer 0 |

    @CONDITION-06
    Scenario: EXPIRE -1 GT keeps the key, because that time is not later
      Given "a" holds "1"
      And "a" expires in 100 seconds
      When a client sends EXPIRE "a" -1 GT
      Then the reply is the integer 0
      And "a" now holds "1"

    @CONDITION-07
    Scenario Outline: EXPIRE with the contradictory options <options> is an error
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
    Scenario Outline: The error of EXPIRE with <options>, word for word
      Given "a" holds "1"
      When a client sends EXPIRE "a" 100 <options>
      Then the reply is the error "<error>"

      Examples:
        | options | error                                                               |
        | NX XX   | ERR NX and XX, GT or LT options at the same time are not compatible |
        | NX LT   | ERR NX and XX, GT or LT options at the same time are not compatible |
        | GT LT   | ERR GT and LT options at the same time are not compatible           |

  Rule: DBSIZE counts the keys, and FLUSHALL deletes all of them
    https://redis.io/docs/latest/commands/dbsize/

    @DBSIZE-01 @alone
    Scenario: DBSIZE counts new and deleted keys, but not new values
      When a client sends FLUSHALL
      And the client sends these commands together:
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
    Scenario: FLUSHALL deletes all keys, with and without a lifetime
      Given "a" holds "1"
      And "b" holds "2"
      And "b" expires in 100 seconds
      When a client sends FLUSHALL
      Then the reply is OK
      And DBSIZE is exactly 0
      And "b" does not exist

    @DBSIZE-03 @alone
    Scenario: A key created again after FLUSHALL has no old value or lifetime
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends FLUSHALL
      When the client sends INCR "a"
      Then the reply is the integer 1
      And "a" never expires

    @DBSIZE-04 @alone
    Scenario Outline: FLUSHALL <mode> deletes all keys
      Given "a" holds "1"
      When a client sends FLUSHALL <mode>
      Then the reply is OK
      And DBSIZE is exactly 0

      Examples:
        | mode  |
        | SYNC  |
        | async |

    @DBSIZE-05 @alone
    Scenario: FLUSHALL with an unknown option is an error and deletes nothing
      Given a client sends FLUSHALL
      And "a" holds "1"
      When the client sends FLUSHALL NOW
      Then the reply is an error
      And DBSIZE is exactly 1

    @DBSIZE-06
    Scenario: DBSIZE with an argument is an error
      When a client sends DBSIZE "a"
      Then the reply is an error

  Rule: The server removes expired keys even if no client reads them
    https://redis.io/docs/latest/commands/expire/#how-redis-expires-keys
    GET cannot show this, because it replies null as soon as a key has expired. DBSIZE counts the keys that are still stored.

    @ACTIVE-01 @alone
    Scenario: An expired key is removed without being read
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 1 second
      When the lifetime of "a" is over
      Then DBSIZE is exactly 0

    @ACTIVE-02 @alone
    Scenario: Active expiry keeps keys without a lifetime
      Given a client sends FLUSHALL
      And "stays" holds "1"
      And "goes" holds "1"
      And "goes" expires in 1 second
      When the lifetime of "goes" is over
      Then DBSIZE is exactly 1
      And "stays" now holds "1"

    @ACTIVE-03 @alone
    Scenario: Active expiry keeps keys with a longer lifetime
      Given a client sends FLUSHALL
      And "stays" holds "1"
      And "stays" expires in 100 seconds
      And "goes" holds "1"
      And "goes" expires in 1 second
      When the lifetime of "goes" is over
      Then DBSIZE is exactly 1
      And "stays" now holds "1"

    @ACTIVE-04 @alone
    Scenario: 100000 keys expire together without blocking other clients
      Given a client sends FLUSHALL
      When the client stores 100000 keys that expire in 1 second
      And another client sends PING 1000 times without reading
      Then the other client receives PONG 1000 times
      And DBSIZE is exactly 0

    @ACTIVE-05 @alone
    Scenario: The remaining keys keep their values when most keys expire
      A hash table that grew for these keys shrinks again, and later grows. The remaining keys have to move, and no key may be lost.
      Given a client sends FLUSHALL
      And the client sets 1000 keys, each to a value of its own
      And the client stores 20000 keys that expire in 1 second
      And DBSIZE is exactly 1000
      When the client sets 5000 keys, each to a value of its own
      Then each of these 5000 keys holds its own value

  Rule: Each reply to a command on keys and lifetimes follows from the commands before it
    https://redis.io/docs/latest/commands/del/

    @RANDOM-13
    Scenario: Random commands of the area keys
      When three clients take turns sending up to 600 random commands of the area keys
      Then every reply is one that the rules allow

    @RANDOM-14 @exact
    Scenario: Random commands of the area keys, with errors word for word
      When three clients take turns sending up to 600 random commands of the area keys
      Then every reply is the one that Redis gives
