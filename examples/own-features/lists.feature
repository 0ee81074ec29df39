Feature: Lists
  A list holds values in the order in which they were pushed. Two commands are enough to build one and to look at it.

  Rule: LPUSH puts values before the first one, and answers how many there are now
    https://redis.io/docs/latest/commands/lpush/

    @LIST-01
    Scenario: The first value makes the list
      When a client sends LPUSH key "fruits" "apple"
      Then the reply is the integer 1

    @LIST-02
    Scenario: The value that was pushed last comes first
      When a client sends these commands together:
        | LPUSH key "fruits" "apple"         |
        | LPUSH key "fruits" "pear" "cherry" |
        | LRANGE key "fruits" 0 -1           |
      Then the replies are:
        | the integer 1               |
        | the integer 3               |
        | ["cherry", "pear", "apple"] |

    @LIST-03
    Scenario: LPUSH does not touch a value that is no list
      Given "fruits" holds "apple"
      When a client sends LPUSH key "fruits" "pear"
      Then the reply is the error that begins with "WRONGTYPE"
      And "fruits" now holds "apple"

  Rule: LRANGE answers the values from one position to another, both of them included
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
    Scenario: A list that does not exist is empty
      When a client sends LRANGE key "nothing" 0 -1
      Then the reply is []
