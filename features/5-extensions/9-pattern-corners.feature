@step5 @pubsub
Feature: Corner cases of patterns
  A pattern may hold *, ?, sets in brackets and backslashes, in any combination. These rows are for those who write a matcher.

  Rule: A pattern may combine asterisks, question marks, brackets and backslashes
    https://redis.io/docs/latest/commands/psubscribe/
    An asterisk matches any number of characters, a question mark one character, and brackets one of the characters in them.

    @PATTERN-02
    Scenario Outline: The pattern <pattern> matches <channel>
      Given a client sends PSUBSCRIBE "<pattern>"
      When another client sends PUBLISH "<channel>" "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["pmessage", key "<pattern>", key "<channel>", "rain"] |

      Examples:
        | pattern      | channel  |
        | news         | news     |
        | n*s          | ns       |
        | n*s          | news.is  |
        | n?ws         | news     |
        | n[eo]ws      | nows     |
        | n[a-f]ws     | news     |
        | n[^x]ws      | news     |
        | *            | anything |
        | n\\\\*s      | n*s      |
        | news**       | news     |
        | n**s         | news     |
        | n[f-a]ws     | news     |
        | n[\\\\]x]ws  | n]ws     |
        | n[\\\\]x]ws  | nxws     |
        | n[a-e]ws     | news     |
        | n[e-f]ws     | news     |
        | n[e          | ne       |
        | n[a-]        | n_       |
        | n[^-]ws      | news     |
        | n\\\\        | n\\\\    |
        | n[\\\\       | n\\\\    |
        | n[\\\\e]ws   | news     |
        | n[\\\\a-c]ws | n-ws     |
        | n[a-         | na       |
        | n[a-         | n-       |
        | n[a-z        | nb       |
        | n[^x]ws      | n^ws     |

    @PATTERN-03
    Scenario Outline: The pattern <pattern> does not match <channel>
      Given a client sends PSUBSCRIBE "<pattern>"
      When another client sends PUBLISH "<channel>" "rain"
      Then the reply is the integer 0

      Examples:
        | pattern      | channel |
        | news         | News    |
        | n?ws         | nws     |
        | n[eo]ws      | naws    |
        | n[^e]ws      | news    |
        | n*s          | news.   |
        | n\\\\*s      | nxs     |
        | n.ws         | news    |
        | n[\\\\]x]ws  | nyws    |
        | news*        | new     |
        | n[a-f]ws     | ngws    |
        | n[           | n[      |
        | n[a-]        | n-      |
        | n[\\\\e]ws   | n\\\\ws |
        | n[\\\\a-c]ws | nbws    |
        | n[a-]b       | n]b     |
        | n[a-         | nb      |

  Rule: Each reply to a publish/subscribe command follows from the commands before it
    https://redis.io/docs/latest/develop/interact/pubsub/

    @RANDOM-17
    Scenario: Random commands of the area pubsub
      When three clients take turns sending up to 600 random commands of the area pubsub
      Then every reply is one that the rules allow

    @RANDOM-18 @exact
    Scenario: Random commands of the area pubsub, with errors word for word
      When three clients take turns sending up to 600 random commands of the area pubsub
      Then every reply is the one that Redis gives
