@step3
Feature: Names of commands
  The documentation writes commands in capitals, many people type them in small letters, and some libraries do this and
  some that. All are understood. What is understood is the whole name, though, and nothing that only resembles it.

  Rule: Capital and small letters are the same in the name of a command
    https://redis.io/docs/latest/commands/

    @NAME-01
    Scenario Outline: <command> is understood
      When a client sends <command>
      Then the reply is <reply>

      Examples:
        | command            | reply         |
        | ping               | PONG          |
        | PiNg               | PONG          |
        | set "colour" "red" | OK            |
        | gEt "colour"       | null          |
        | Incr "visits"      | the integer 1 |

    @NAME-02
    Scenario: Only the name is read in this way, not the arguments
      Given a client sends set "Colour" "ReD"
      When the client sends get "Colour"
      Then the reply is "ReD"

  Rule: A name is understood as a whole
    https://redis.io/docs/latest/commands/

    @NAME-03
    Scenario Outline: <name> is not PING
      When a client sends <name>
      Then the reply is an error

      Examples:
        | name     |
        | "PINGS"  |
        | "PING "  |
        | "PI\0NG" |
