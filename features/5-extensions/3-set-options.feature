@step5 @set-options
Feature: SET with options, and numbers in larger steps
  One SET can do what otherwise takes several commands, with other clients in between: store a value with its lifetime,
  store it only if the key is new, and tell what was there before. INCRBY and its like count in any step, MGET and MSET
  take several keys at a time.

  Rule: EX, PX, EXAT and PXAT give the value its lifetime
    https://redis.io/docs/latest/commands/set/
    In seconds or milliseconds, from now or by the calendar.

    @SETEND-01
    Scenario: EX counts in seconds
      Given a client sends SET "a" "1" EX 1000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @SETEND-02
    Scenario: PX counts in milliseconds
      Given a client sends SET "a" "1" PX 1000000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @SETEND-03
    Scenario: EXAT is a time in seconds
      Given a client sends SET "a" "1" EXAT 4102444800
      When the client sends PEXPIRETIME "a"
      Then the reply is the integer 4102444800000

    @SETEND-04
    Scenario: PXAT is a time in milliseconds
      Given a client sends SET "a" "1" PXAT 4102444800123
      When the client sends PEXPIRETIME "a"
      Then the reply is the integer 4102444800123

    @SETEND-05
    Scenario Outline: A value stored with <option> ends
      Given a client sends SET "a" "1" <option> <time>
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then the reply is null

      Examples:
        | option | time |
        | EX     | 1    |
        | PX     | 700  |

    @SETEND-06
    Scenario: SET with EX is answered OK and stores the value
      When a client sends SET "a" "new" EX 100
      Then the reply is OK
      And "a" now holds "new"

    @SETEND-07
    Scenario: The new lifetime replaces the old one
      Given a client sends SET "a" "1" EXAT 4102444800
      And the client sends SET "a" "2" EXAT 4000000000
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4000000000

    @SETEND-08
    Scenario Outline: <option> with a time that has passed leaves no key
      Given "a" holds "old"
      When a client sends SET "a" "new" <option> <time>
      Then the reply is OK
      And "a" does not exist

      Examples:
        | option | time |
        | EXAT   | 1    |
        | PXAT   | 1    |

    @SETEND-09
    Scenario Outline: SET refuses <option> <time> and changes nothing
      Given "a" holds "old"
      When a client sends SET "a" "new" <option> <time>
      Then the reply is an error
      And "a" now holds "old"

      Examples:
        | option | time                |
        | EX     | 0                   |
        | PX     | 0                   |
        | EXAT   | 0                   |
        | PXAT   | -5                  |
        | EX     | -1                  |
        | EX     | "soon"              |
        | PX     | "1.5"               |
        | EX     | 9223372036854775807 |
        | PX     | 9223372036854775807 |
        | EXAT   | 9223372036854775807 |
        | EX     | 18446744073709561   |

    @SETEND-10 @exact
    Scenario Outline: The error of SET for <option> <time>
      When a client sends SET "a" "new" <option> <time>
      Then the reply is the error "<error>"

      Examples:
        | option | time                | error                                       |
        | EX     | 0                   | ERR invalid expire time in 'set' command    |
        | PXAT   | -5                  | ERR invalid expire time in 'set' command    |
        | EX     | "soon"              | ERR value is not an integer or out of range |
        | EX     | 9223372036854775807 | ERR invalid expire time in 'set' command    |

  Rule: NX stores only a new key, XX only an old one
    https://redis.io/docs/latest/commands/set/

    @SETIF-01
    Scenario: NX stores a new key
      When a client sends SET "a" "new" NX
      Then the reply is OK
      And "a" now holds "new"

    @SETIF-02
    Scenario: NX leaves an old key, and the reply is null
      Given "a" holds "old"
      When a client sends SET "a" "new" NX
      Then the reply is null
      And "a" now holds "old"

    @SETIF-03
    Scenario: XX stores nothing new, and the reply is null
      When a client sends SET "a" "new" XX
      Then the reply is null
      And "a" does not exist

    @SETIF-04
    Scenario: XX replaces an old value
      Given "a" holds "old"
      When a client sends SET "a" "new" XX
      Then the reply is OK
      And "a" now holds "new"

    @SETIF-05
    Scenario: A key whose lifetime is over is new to NX
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" NX
      Then the reply is OK

    @SETIF-06
    Scenario: NX that does not store leaves the lifetime, too
      Given a client sends SET "a" "old" EXAT 4102444800
      And the client sends SET "a" "new" NX EX 100
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800

    @SETIF-07
    Scenario: XX that stores takes the old lifetime away
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends SET "a" "new" XX
      Then the reply is OK
      And "a" never expires

    @SETIF-08
    Scenario: Of two clients with NX one stores
      Given a client sends SET "lock" "mine" NX PX 100000
      When another client sends SET "lock" "yours" NX PX 100000
      Then the reply is null
      And "lock" now holds "mine"

    @SETIF-09
    Scenario: A key whose lifetime is over is no old one to XX
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" XX
      Then the reply is null
      And "a" does not exist

  Rule: GET answers what was there before
    https://redis.io/docs/latest/commands/set/
    With NX and XX, too: then the reply does not say whether the new value was stored.

    @SETGET-01
    Scenario: The old value is the reply, and the new one is stored
      Given "a" holds "old"
      When a client sends SET "a" "new" GET
      Then the reply is "old"
      And "a" now holds "new"

    @SETGET-02
    Scenario: Where nothing was the reply is null, and the value is stored
      When a client sends SET "a" "new" GET
      Then the reply is null
      And "a" now holds "new"

    @SETGET-03
    Scenario: GET with NX of an old key
      Given "a" holds "old"
      When a client sends SET "a" "new" NX GET
      Then the reply is "old"
      And "a" now holds "old"

    @SETGET-04
    Scenario: GET with NX of a new key
      When a client sends SET "a" "new" NX GET
      Then the reply is null
      And "a" now holds "new"

    @SETGET-05
    Scenario: GET with XX of a missing key
      When a client sends SET "a" "new" XX GET
      Then the reply is null
      And "a" does not exist

    @SETGET-06
    Scenario: An empty old value is not null
      Given "a" holds ""
      When a client sends SET "a" "new" GET
      Then the reply is ""

    @SETGET-07
    Scenario: GET does not keep the lifetime
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends SET "a" "new" GET
      Then the reply is "old"
      And "a" never expires

  Rule: KEEPTTL leaves the lifetime as it is
    https://redis.io/docs/latest/commands/set/

    @KEEPTTL-01
    Scenario: The new value has the old lifetime
      Given a client sends SET "a" "old" EXAT 4102444800
      And the client sends SET "a" "new" KEEPTTL
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800
      And "a" now holds "new"

    @KEEPTTL-02
    Scenario: Without a lifetime there is none to keep
      Given "a" holds "old"
      When a client sends SET "a" "new" KEEPTTL
      Then the reply is OK
      And "a" never expires

    @KEEPTTL-03
    Scenario: The lifetime that is over is not kept
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" KEEPTTL
      Then the reply is OK
      And "a" never expires

  Rule: Options go together in any order and case, but for those that contradict each other
    https://redis.io/docs/latest/commands/set/

    @SETMIX-01
    Scenario Outline: SET with <options> stores
      Given "a" holds "old"
      When a client sends SET "a" "new" <options>
      Then the reply is <reply>
      And "a" now holds "new"

      Examples:
        | options             | reply |
        | ex 100              | OK    |
        | Xx pX 100000        | OK    |
        | EX 100 XX GET       | "old" |
        | GET XX EX 100       | "old" |
        | keepttl get         | "old" |
        | GET EXAT 4102444800 | "old" |

    @SETMIX-02
    Scenario Outline: <options> contradict each other, and SET changes nothing
      Given "a" holds "old"
      When a client sends SET "a" "new" <options>
      Then the reply is an error
      And "a" now holds "old"

      Examples:
        | options                            |
        | NX XX                              |
        | XX NX                              |
        | EX 10 PX 10000                     |
        | PX 10000 EXAT 4102444800           |
        | EXAT 4102444800 PXAT 4102444800000 |
        | EX 10 KEEPTTL                      |
        | KEEPTTL PX 10000                   |

    @SETMIX-03
    Scenario Outline: SET with <options> is an error
      Given "a" holds "old"
      When a client sends SET "a" "new" <options>
      Then the reply is an error
      And "a" now holds "old"

      Examples:
        | options       |
        | EX            |
        | NX PX         |
        | EX NX         |
        | NX FOO        |
        | GET EX 10 FOO |

    @SETMIX-04 @exact
    Scenario Outline: SET with <options> is a syntax error
      When a client sends SET "a" "new" <options>
      Then the reply is the error "ERR syntax error"

      Examples:
        | options        |
        | NX XX          |
        | EX 10 PX 10000 |
        | EX 10 KEEPTTL  |
        | EX             |
        | NX FOO         |

  Rule: INCRBY, DECR and DECRBY count like INCR, by other steps
    https://redis.io/docs/latest/commands/incrby/

    @STEPS-01
    Scenario: They answer the new number
      When a client sends these commands together:
        | INCRBY "n" 10 |
        | INCRBY "n" -3 |
        | DECR "n"      |
        | DECRBY "n" 4  |
        | DECRBY "n" -8 |
      Then the replies are:
        | the integer 10 |
        | the integer 7  |
        | the integer 6  |
        | the integer 2  |
        | the integer 10 |

    @STEPS-02
    Scenario Outline: <command> begins at 0
      When a client sends <command>
      Then the reply is the integer <number>

      Examples:
        | command      | number |
        | INCRBY "n" 5 | 5      |
        | DECR "n"     | -1     |
        | DECRBY "n" 5 | -5     |

    @STEPS-08
    Scenario: INCRBY with 0 stores a 0
      When a client sends INCRBY "n" 0
      Then the reply is the integer 0
      And "n" now holds "0"

    @STEPS-03
    Scenario Outline: <command> keeps the lifetime
      Given a client sends SET "n" "10" EXAT 4102444800
      And the client sends <command>
      When the client sends EXPIRETIME "n"
      Then the reply is the integer 4102444800

      Examples:
        | command      |
        | INCRBY "n" 5 |
        | DECR "n"     |
        | DECRBY "n" 5 |

    @STEPS-04
    Scenario Outline: <command> of <value> would be too large or too small
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is an error
      And "n" now holds "<value>"

      Examples:
        | value                | command                         |
        | 9223372036854775807  | INCRBY "n" 1                    |
        | -9223372036854775808 | DECR "n"                        |
        | -9223372036854775808 | DECRBY "n" 1                    |
        | 0                    | DECRBY "n" -9223372036854775808 |
        | -2                   | INCRBY "n" -9223372036854775807 |

    @STEPS-05
    Scenario Outline: The largest steps there are: <command> of <value>
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is the integer <number>

      Examples:
        | value               | command                         | number               |
        | 0                   | INCRBY "n" -9223372036854775808 | -9223372036854775808 |
        | 9223372036854775807 | DECRBY "n" 9223372036854775807  | 0                    |
        | -1                  | DECRBY "n" 9223372036854775807  | -9223372036854775808 |

    @STEPS-06
    Scenario Outline: <command> is an error and leaves <value>
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is an error
      And "n" now holds "<value>"

      Examples:
        | value | command          |
        | 10    | INCRBY "n" "1.5" |
        | 10    | INCRBY "n" "+1"  |
        | 10    | DECRBY "n" ""    |
        | ten   | INCRBY "n" 1     |
        | ten   | DECR "n"         |
        | 10    | INCRBY "n"       |
        | 10    | DECR "n" 1       |

    @STEPS-07 @exact
    Scenario Outline: The error of <command> for <value>
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is the error "<error>"

      Examples:
        | value               | command                         | error                                       |
        | 9223372036854775807 | INCRBY "n" 1                    | ERR increment or decrement would overflow   |
        | 0                   | DECRBY "n" -9223372036854775808 | ERR decrement would overflow                |
        | ten                 | DECR "n"                        | ERR value is not an integer or out of range |
        | 10                  | INCRBY "n" "ten"                | ERR value is not an integer or out of range |

  Rule: MSET stores and MGET reads several keys at once
    https://redis.io/docs/latest/commands/mget/

    @SEVERAL-01
    Scenario: MGET answers in the order of the keys, null for those that are missing
      Given "a" holds "1"
      And "b" holds ""
      When a client sends MGET "b" "nothing" "a" "b"
      Then the reply is ["", null, "1", ""]

    @SEVERAL-10
    Scenario: A key that is named twice is answered twice
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends MGET "a" "b" "a"
      Then the reply is ["1", "2", "1"]

    @SEVERAL-02
    Scenario: MSET stores all of them
      Given a client sends MSET "a" "1" "b" "2" "c" "3"
      When the client sends MGET "a" "b" "c"
      Then the reply is ["1", "2", "3"]

    @SEVERAL-03
    Scenario: MSET takes lifetimes away
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends MSET "b" "1" "a" "2"
      Then the reply is OK
      And "a" never expires

    @SEVERAL-04
    Scenario: Of a key that is named twice the last value counts
      Given a client sends MSET "a" "1" "a" "2"
      When the client sends GET "a"
      Then the reply is "2"

    @SEVERAL-05
    Scenario: A value that is missing is an error, and nothing is stored
      Given "a" holds "old"
      When a client sends MSET "a" "new" "b"
      Then the reply is an error
      And "a" now holds "old"

    @SEVERAL-06
    Scenario: A key whose lifetime is over is null to MGET
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends MGET "a"
      Then the reply is [null]

    @SEVERAL-07 @exact
    Scenario Outline: The error for <command>
      When a client sends <command>
      Then the reply is the error "ERR wrong number of arguments for '<name>' command"

      Examples:
        | command          | name   |
        | MSET "a" "1" "b" | mset   |
        | MSET             | mset   |
        | MGET             | mget   |
        | INCRBY "a"       | incrby |
        | DECR             | decr   |

    @SEVERAL-09
    Scenario: One of many values is a long one
      Given a client sends MSET "a" "1" "b" "2" "c" "3" "d" "4" "e" 100000 bytes "f" "6"
      When the client sends MGET "d" "e" "f"
      Then the reply is ["4", 100000 bytes, "6"]

    @SEVERAL-08
    Scenario: In RESP3 a missing key is the null of RESP3
      Given "a" holds "1"
      And a client sends HELLO 3
      When the client sends MGET "a" "nothing"
      Then the reply is ["1", the null of RESP3]

  Rule: Random commands about the options of SET: each reply follows from the commands before it
    https://redis.io/docs/latest/commands/set/

    @RANDOM-15
    Scenario: Random commands about the options of SET
      When three clients take turns sending up to 600 random commands of the area set-options
      Then every reply is one that the rules allow

    @RANDOM-16 @exact
    Scenario: Random commands about the options of SET, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of the area set-options
      Then every reply is the one that Redis gives
