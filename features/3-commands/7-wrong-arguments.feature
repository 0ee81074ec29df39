@step3
Feature: Too few or too many arguments
  Each command takes a certain number of arguments. A server checks the number before it does anything, best in one
  place for all commands. A wrong number is an ordinary error: it changes nothing, and the connection stays open.

  Rule: A wrong number of arguments is an error
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @ARITY-01
    Scenario Outline: <command> is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command      |
        | GET          |
        | GET "a" "b"  |
        | SET          |
        | SET "a"      |
        | INCR         |
        | INCR "a" "2" |
        | PING "a" "b" |

    @ARITY-02 @exact
    Scenario Outline: The error for <command> calls the command <name>
      The name is in small letters, however it was typed.
      When a client sends <command>
      Then the reply is the error "ERR wrong number of arguments for '<name>' command"

      Examples:
        | command      | name |
        | GET          | get  |
        | sEt "a"      | set  |
        | incr "a" "2" | incr |
        | PING "a" "b" | ping |

  Rule: SET with an unknown option is an error
    https://redis.io/docs/latest/commands/set/
    SET takes options after the value. The options themselves belong to step 5.

    @ARITY-03
    Scenario: SET with one argument too many is an error
      When a client sends SET "fruit" "apple" "pear"
      Then the reply is an error

    @ARITY-04 @exact
    Scenario: SET with one argument too many is a syntax error
      When a client sends SET "fruit" "apple" "pear"
      Then the reply is the error "ERR syntax error"

  Rule: A command with wrong arguments changes nothing
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @ARITY-05
    Scenario: A SET that fails does not change the value
      Given "fruit" holds "plum"
      When a client sends SET "fruit" "apple" "pear"
      Then the reply is an error
      And "fruit" now holds "plum"

    @ARITY-06
    Scenario: An INCR with one argument too many does not count
      Given "visits" holds "5"
      When a client sends INCR "visits" "2"
      Then the reply is an error
      And "visits" now holds "5"

    @ARITY-07
    Scenario: The next command after a SET that failed works
      Given a client sends SET "fruit"
      When the client sends SET "fruit" "apple"
      Then the reply is OK

  Rule: The number of arguments is checked before the arguments themselves
    https://redis.io/docs/latest/commands/incr/

    @ARITY-08 @exact
    Scenario: INCR of a text with an extra argument reports the number of arguments
      Given "fruit" holds "apple"
      When a client sends INCR "fruit" "2"
      Then the reply is the error "ERR wrong number of arguments for 'incr' command"
