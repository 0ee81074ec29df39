Feature: Lists
  A list is an ordered sequence of values. Two commands are enough to build a list and to read it.

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

  Rule: LRANGE replies with the values from one position to another, both included
    https://redis.io/docs/latest/commands/lrange/

    @LIST-04
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

    @LIST-05
    Scenario: LRANGE of a missing list replies with an empty array
      When a client sends LRANGE key "nothing" 0 -1
      Then the reply is []
