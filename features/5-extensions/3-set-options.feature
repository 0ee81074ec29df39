@step5 @set-options
Feature: SET options and counting in larger steps
  One SET can do the work of several commands, and no other client's command comes between: it can store a value with a
  lifetime, store it only if the key is new, and reply with the old value. INCRBY and DECRBY count in steps of any
  size. MGET and MSET take several keys.

  Rule: SET with EX, PX, EXAT or PXAT gives the key a lifetime
    https://redis.io/docs/latest/commands/set/
    EX and PX count from now, in seconds or milliseconds. EXAT and PXAT take a point in time.

    @SETEND-01
    Scenario: SET with EX sets a lifetime in seconds
      Given a client sends SET "a" "1" EX 1000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @SETEND-02
    Scenario: SET with PX sets a lifetime in milliseconds
      Given a client sends SET "a" "1" PX 1000000
      When the client sends PTTL "a"
      Then the reply is an integer from 700000 to 1000000

    @SETEND-03
    Scenario: SET with EXAT sets the expiry time in seconds
      Given a client sends SET "a" "1" EXAT 4102444800
      When the client sends PEXPIRETIME "a"
      Then the reply is the integer 4102444800000

    @SETEND-04
    Scenario: SET with PXAT sets the expiry time in milliseconds
      Given a client sends SET "a" "1" PXAT 4102444800123
      When the client sends PEXPIRETIME "a"
      Then the reply is the integer 4102444800123

    @SETEND-05
    Scenario Outline: A value stored by SET with <option> expires
      Given a client sends SET "a" "1" <option> <time>
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then the reply is null

      Examples:
        | option | time |
        | EX     | 1    |
        | PX     | 700  |

    @SETEND-06
    Scenario: SET with EX replies OK and stores the value
      When a client sends SET "a" "new" EX 100
      Then the reply is OK
      And "a" now holds "new"

    @SETEND-07
    Scenario: SET with EXAT replaces the old lifetime
      Given a client sends SET "a" "1" EXAT 4102444800
      And the client sends SET "a" "2" EXAT 4000000000
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4000000000

    @SETEND-08
    Scenario Outline: SET with <option> and a past time leaves no key
      Given "a" holds "old"
      When a client sends SET "a" "new" <option> <time>
      Then the reply is OK
      And "a" does not exist

      Examples:
        | option | time |
        | EXAT   | 1    |
        | PXAT   | 1    |

    @SETEND-09
    Scenario Outline: SET with <option> <time> is an error and changes nothing
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
    Scenario Outline: The error of SET with <option> <time>, word for word
      When a client sends SET "a" "new" <option> <time>
      Then the reply is the error "<error>"

      Examples:
        | option | time                | error                                       |
        | EX     | 0                   | ERR invalid expire time in 'set' command    |
        | PXAT   | -5                  | ERR invalid expire time in 'set' command    |
        | EX     | "soon"              | ERR value is not an integer or out of range |
        | EX     | 9223372036854775807 | ERR invalid expire time in 'set' command    |

  Rule: SET with NX stores only a new key, SET with XX only an existing key
    https://redis.io/docs/latest/commands/set/

    @SETIF-01
    Scenario: SET with NX stores a new key
      When a client sends SET "a" "new" NX
      Then the reply is OK
      And "a" now holds "new"

    @SETIF-02
    Scenario: SET with NX keeps an existing value and replies null
      Given "a" holds "old"
      When a client sends SET "a" "new" NX
      Then the reply is null
      And "a" now holds "old"

    @SETIF-03
    Scenario: SET with XX stores no new key and replies null
      When a client sends SET "a" "new" XX
      Then the reply is null
      And "a" does not exist

    @SETIF-04
    Scenario: SET with XX replaces an existing value
      Given "a" holds "old"
      When a client sends SET "a" "new" XX
      Then the reply is OK
      And "a" now holds "new"

    @SETIF-05
    Scenario: SET with NX treats an expired key as missing
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" NX
      Then the reply is OK

    @SETIF-06
    Scenario: SET with NX and EX keeps the lifetime of an existing key
      Given a client sends SET "a" "old" EXAT 4102444800
      And the client sends SET "a" "new" NX EX 100
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800

    @SETIF-07
    Scenario: SET with XX removes the old lifetime
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends SET "a" "new" XX
      Then the reply is OK
      And "a" never expires

    @SETIF-08
    Scenario: When two clients send SET with NX, only the first stores its value
      Given a client sends SET "lock" "mine" NX PX 100000
      When another client sends SET "lock" "yours" NX PX 100000
      Then the reply is null
      And "lock" now holds "mine"

    @SETIF-09
    Scenario: SET with XX treats an expired key as missing
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" XX
      Then the reply is null
      And "a" does not exist

  Rule: SET with GET replies with the old value
    https://redis.io/docs/latest/commands/set/
    This also holds with NX and XX. The reply then does not show whether the new value was stored.

    @SETGET-01
    Scenario: SET with GET replies with the old value and stores the new one
      Given "a" holds "old"
      When a client sends SET "a" "new" GET
      Then the reply is "old"
      And "a" now holds "new"

    @SETGET-02
    Scenario: SET with GET of a missing key replies null and stores the value
      When a client sends SET "a" "new" GET
      Then the reply is null
      And "a" now holds "new"

    @SETGET-03
    Scenario: SET with NX and GET replies with an existing value and keeps it
      Given "a" holds "old"
      When a client sends SET "a" "new" NX GET
      Then the reply is "old"
      And "a" now holds "old"

    @SETGET-04
    Scenario: SET with NX and GET of a missing key replies null and stores the value
      When a client sends SET "a" "new" NX GET
      Then the reply is null
      And "a" now holds "new"

    @SETGET-05
    Scenario: SET with XX and GET of a missing key replies null and stores nothing
      When a client sends SET "a" "new" XX GET
      Then the reply is null
      And "a" does not exist

    @SETGET-06
    Scenario: SET with GET replies with an empty old value, not null
      Given "a" holds ""
      When a client sends SET "a" "new" GET
      Then the reply is ""

    @SETGET-07
    Scenario: SET with GET removes the old lifetime
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends SET "a" "new" GET
      Then the reply is "old"
      And "a" never expires

  Rule: SET with KEEPTTL keeps the lifetime
    https://redis.io/docs/latest/commands/set/

    @KEEPTTL-01
    Scenario: SET with KEEPTTL gives the new value the old lifetime
      Given a client sends SET "a" "old" EXAT 4102444800
      And the client sends SET "a" "new" KEEPTTL
      When the client sends EXPIRETIME "a"
      Then the reply is the integer 4102444800
      And "a" now holds "new"

    @KEEPTTL-02
    Scenario: SET with KEEPTTL adds no lifetime to a key without one
      Given "a" holds "old"
      When a client sends SET "a" "new" KEEPTTL
      Then the reply is OK
      And "a" never expires

    @KEEPTTL-03
    Scenario: SET with KEEPTTL does not keep the lifetime of an expired key
      Given "a" holds "old"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends SET "a" "new" KEEPTTL
      Then the reply is OK
      And "a" never expires

  Rule: SET takes its options in any order and case, unless they contradict each other
    https://redis.io/docs/latest/commands/set/

    @SETMIX-01
    Scenario Outline: SET with <options> stores the value
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
    Scenario Outline: SET with the contradictory options <options> is an error
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
    Scenario Outline: SET with the invalid options <options> is an error
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
    Scenario Outline: The error of SET with <options>, word for word
      When a client sends SET "a" "new" <options>
      Then the reply is the error "ERR syntax error"

      Examples:
        | options        |
        | NX XX          |
        | EX 10 PX 10000 |
        | EX 10 KEEPTTL  |
        | EX             |
        | NX FOO         |

  Rule: INCRBY, DECR and DECRBY count like INCR, but in other steps
    https://redis.io/docs/latest/commands/incrby/

    @STEPS-01
    Scenario: INCRBY, DECR and DECRBY reply with the new number
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
    Scenario Outline: <command> of a missing key counts from 0
      When a client sends <command>
      Then the reply is the integer <number>

      Examples:
        | command      | number |
        | INCRBY "n" 5 | 5      |
        | DECR "n"     | -1     |
        | DECRBY "n" 5 | -5     |

    @STEPS-08
    Scenario: INCRBY with 0 of a missing key stores 0
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
    Scenario Outline: <command> of <value> would overflow and is an error
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
    Scenario Outline: <command> of <value> counts by the largest step
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is the integer <number>

      Examples:
        | value               | command                         | number               |
        | 0                   | INCRBY "n" -9223372036854775808 | -9223372036854775808 |
        | 9223372036854775807 | DECRBY "n" 9223372036854775807  | 0                    |
        | -1                  | DECRBY "n" 9223372036854775807  | -9223372036854775808 |

    @STEPS-06
    Scenario Outline: <command> is an error and keeps the value <value>
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
    Scenario Outline: The error of <command> for <value>, word for word
      Given "n" holds "<value>"
      When a client sends <command>
      Then the reply is the error "<error>"

      Examples:
        | value               | command                         | error                                       |
        | 9223372036854775807 | INCRBY "n" 1                    | ERR increment or decrement would overflow   |
        | 0                   | DECRBY "n" -9223372036854775808 | ERR decrement would overflow                |
        | ten                 | DECR "n"                        | ERR value is not an integer or out of range |
        | 10                  | INCRBY "n" "ten"                | ERR value is not an integer or out of range |

  Rule: MSET stores several keys, and MGET reads several keys
    https://redis.io/docs/latest/commands/mget/

    @SEVERAL-01
    Scenario: MGET replies in the order of the keys, with null for missing keys
      Given "a" holds "1"
      And "b" holds ""
      When a client sends MGET "b" "nothing" "a" "b"
      Then the reply is ["", null, "1", ""]

    @SEVERAL-10
    Scenario: MGET repeats the value of a key that is named twice
      Given "a" holds "1"
      And "b" holds "2"
      When a client sends MGET "a" "b" "a"
      Then the reply is ["1", "2", "1"]

    @SEVERAL-02
    Scenario: MSET stores all its keys
      Given a client sends MSET "a" "1" "b" "2" "c" "3"
      When the client sends MGET "a" "b" "c"
      Then the reply is ["1", "2", "3"]

    @SEVERAL-03
    Scenario: MSET removes the lifetime of a key
      Given "a" holds "old"
      And "a" expires in 100 seconds
      When a client sends MSET "b" "1" "a" "2"
      Then the reply is OK
      And "a" never expires

    @SEVERAL-04
    Scenario: MSET stores the last value of a key that is named twice
      Given a client sends MSET "a" "1" "a" "2"
      When the client sends GET "a"
      Then the reply is "2"

    @SEVERAL-05
    Scenario: MSET with a missing value is an error and stores nothing
      Given "a" holds "old"
      When a client sends MSET "a" "new" "b"
      Then the reply is an error
      And "a" now holds "old"

    @SEVERAL-06
    Scenario: MGET of an expired key replies null
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      When a client sends MGET "a"
      Then the reply is [null]

    @SEVERAL-07 @exact
    Scenario Outline: The error of <command>, word for word
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
    Scenario: MSET and MGET handle a value of 100000 bytes among others
      Given a client sends MSET "a" "1" "b" "2" "c" "3" "d" "4" "e" 100000 bytes "f" "6"
      When the client sends MGET "d" "e" "f"
      Then the reply is ["4", 100000 bytes, "6"]

    @SEVERAL-08
    Scenario: In RESP3, MGET replies with the null of RESP3 for a missing key
      Given "a" holds "1"
      And a client sends HELLO 3
      When the client sends MGET "a" "nothing"
      Then the reply is ["1", the null of RESP3]

  Rule: Each reply to SET with options follows from the commands before it
    https://redis.io/docs/latest/commands/set/

    @RANDOM-15
    Scenario: Random commands of the area set-options
      When three clients take turns sending up to 600 random commands of the area set-options
      Then every reply is one that the rules allow

    @RANDOM-16 @exact
    Scenario: Random commands of the area set-options, with errors word for word
      When three clients take turns sending up to 600 random commands of the area set-options
      Then every reply is the one that Redis gives
