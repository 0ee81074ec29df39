@step3
Feature: Command names
  The documentation writes commands in capitals, many people type them in small letters, and libraries do either. Redis
  understands both. But the whole name has to match: a name that only resembles a command is unknown.

  Rule: Command names are not case-sensitive
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
    Scenario: Arguments keep their capital and small letters
      Given a client sends set "Colour" "ReD"
      When the client sends get "Colour"
      Then the reply is "ReD"

  Rule: A command is recognised only by its whole name
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
