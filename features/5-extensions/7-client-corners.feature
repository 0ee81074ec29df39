@step5 @clients
Feature: Corner cases of commands for client libraries
  What few clients depend on, and what tells a careful server from a quick one.

  Rule: CLIENT LIST and CLIENT INFO reply with plain lines, of the matching clients only
    https://redis.io/docs/latest/commands/client-list/

    @CLIENT-20
    Scenario Outline: CLIENT LIST TYPE <type> lists no clients
      When a client sends CLIENT LIST TYPE <type>
      Then the reply is a text without "resp="

      Examples:
        | type    |
        | master  |
        | replica |
        | slave   |

    @CLIENT-22
    Scenario: In RESP3, the text of CLIENT INFO does not contain txt:
      Given a client sends HELLO 3
      When the client sends CLIENT INFO
      Then the reply is a text without "txt:"

  Rule: COMMAND INFO shows whether a command reads or writes
    https://redis.io/docs/latest/commands/command/

    @COMMAND-11
    Scenario Outline: COMMAND INFO shows that <command> has the flag <flag>
      When a client sends COMMAND INFO <command>
      Then the reply is [[anything, anything, in any order [the simple string "<flag>", ...], anything, anything, anything, ...]]

      Examples:
        | command | flag     |
        | get     | readonly |
        | set     | write    |

  Rule: CONFIG GET takes several names and patterns, and follows the protocol
    https://redis.io/docs/latest/commands/config-get/
    redis-benchmark requests save and appendonly before it starts.

    @CONFIG-03
    Scenario: CONFIG GET accepts several names
      When a client sends CONFIG GET nosuchsetting appendonly
      Then the reply is ["appendonly", "no" or "yes"]

    @CONFIG-04
    Scenario: In RESP3, CONFIG GET replies with a map
      Given a client sends HELLO 3
      When the client sends CONFIG GET appendonly
      Then the reply is {"appendonly": "no" or "yes"}

    @CONFIG-05
    Scenario: An asterisk in CONFIG GET matches any characters
      When a client sends CONFIG GET "appendonl*"
      Then the reply is ["appendonly", "no" or "yes"]

  Rule: Each reply to a connection command follows from the commands before it
    https://redis.io/docs/latest/commands/hello/

    @RANDOM-11
    Scenario: Random commands of the area clients
      When three clients take turns sending up to 600 random commands of the area clients
      Then every reply is one that the rules allow

    @RANDOM-12 @exact
    Scenario: Random commands of the area clients, with errors word for word
      When three clients take turns sending up to 600 random commands of the area clients
      Then every reply is the one that Redis gives
