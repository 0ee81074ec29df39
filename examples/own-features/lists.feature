Feature: Lists
  A list is an ordered sequence of values. Commands add values at one of its ends, read some of them, and take them away again.

  Rule: LPUSH adds values at the front of a list and replies with the new length
    https://redis.io/docs/latest/commands/lpush/

    @LIST-01
    Scenario: LPUSH creates a list
      When a client sends LPUSH key "fruits" "apple"
      Then the reply is the integer 1

    @LIST-02
    Scenario: LPUSH puts the last value first
      When a client sends these commands together:
        | LPUSH key "fruits" "apple"         |
        | LPUSH key "fruits" "pear" "cherry" |
        | LRANGE key "fruits" 0 -1           |
      Then the replies are:
        | the integer 1               |
        | the integer 3               |
        | ["cherry", "pear", "apple"] |

    @LIST-03
    Scenario: LPUSH to a string is an error and keeps the string
      Given "fruits" holds "apple"
      When a client sends LPUSH key "fruits" "pear"
      Then the reply is the error that begins with "WRONGTYPE"
      And "fruits" now holds "apple"

  Rule: RPUSH adds values at the end of a list
    https://redis.io/docs/latest/commands/rpush/

    @LIST-04
    Scenario: RPUSH puts the last value last
      Given a client sends RPUSH key "queue" "first" "second"
      When the client sends RPUSH key "queue" "third"
      Then the reply is the integer 3
      When the client sends LRANGE key "queue" 0 -1
      Then the reply is ["first", "second", "third"]

    @LIST-05
    Scenario: A list grows at both ends
      When a client sends these commands together:
        | RPUSH key "letters" "c" "d" |
        | LPUSH key "letters" "b" "a" |
        | LRANGE key "letters" 0 -1   |
      Then the replies are:
        | the integer 2        |
        | the integer 4        |
        | ["a", "b", "c", "d"] |

    @LIST-06
    Scenario: A list holds any bytes, and the same value twice
      Given a client sends RPUSH key "values" "one\r\ntwo" "" "\0" ""
      When the client sends LRANGE key "values" 0 -1
      Then the reply is ["one\r\ntwo", "", "\0", ""]

  Rule: LRANGE replies with the values from one position to another, both included
    https://redis.io/docs/latest/commands/lrange/

    @LIST-07
    Scenario Outline: Positions count from 0, and from the end with -1
      Given a client sends LPUSH key "letters" "d" "c" "b" "a"
      When the client sends LRANGE key "letters" <from> <to>
      Then the reply is <values>

      Examples:
        | from | to | values               |
        | 0    | 1  | ["a", "b"]           |
        | -2   | -1 | ["c", "d"]           |
        | 0    | 99 | ["a", "b", "c", "d"] |
        | 3    | 1  | []                   |

    @LIST-08
    Scenario: LRANGE of a missing list replies with an empty array
      When a client sends LRANGE key "nothing" 0 -1
      Then the reply is []

  Rule: LLEN replies with the number of values
    https://redis.io/docs/latest/commands/llen/

    @LIST-09
    Scenario: LLEN counts the values of a list
      Given a client sends RPUSH key "fruits" "apple" "pear" "apple"
      When the client sends LLEN key "fruits"
      Then the reply is the integer 3

    @LIST-10
    Scenario: A missing list has no values
      When a client sends LLEN key "nothing"
      Then the reply is the integer 0

  Rule: LPOP and RPOP take a value from one end of a list and reply with it
    https://redis.io/docs/latest/commands/lpop/

    @LIST-11
    Scenario: LPOP takes the first value, RPOP the last
      When a client sends these commands together:
        | RPUSH key "queue" "first" "second" "third" |
        | LPOP key "queue"                           |
        | RPOP key "queue"                           |
        | LRANGE key "queue" 0 -1                    |
      Then the replies are:
        | the integer 3 |
        | "first"       |
        | "third"       |
        | ["second"]    |

    @LIST-12
    Scenario: LPOP of a missing list replies with null
      When a client sends LPOP key "nothing"
      Then the reply is null

    @LIST-13
    Scenario: LPOP with a number takes as many values as there are, up to that number
      Given a client sends RPUSH key "queue" "first" "second" "third"
      When the client sends LPOP key "queue" 2
      Then the reply is ["first", "second"]
      When the client sends LPOP key "queue" 2
      Then the reply is ["third"]

    @LIST-14
    Scenario: A list whose last value was taken no longer exists
      Given a client sends RPUSH key "queue" "only"
      And the client sends EXPIRE "queue" 100
      When the client sends LPOP key "queue"
      Then the reply is "only"
      When the client sends TTL "queue"
      Then the reply is the integer -2

  Rule: A list is not a string
    https://redis.io/docs/latest/develop/data-types/lists/

    @LIST-15
    Scenario Outline: <command> of a list is an error
      Given a client sends RPUSH key "fruits" "apple"
      When the client sends <command> "fruits"
      Then the reply is the error that begins with "WRONGTYPE"

      Examples:
        | command |
        | GET     |
        | INCR    |

    @LIST-16
    Scenario: SET replaces a list
      Given a client sends RPUSH key "fruits" "apple"
      When the client sends SET "fruits" "pear"
      Then the reply is OK
      And "fruits" now holds "pear"
