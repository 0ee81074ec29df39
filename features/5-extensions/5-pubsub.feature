@step5 @pubsub
Feature: Messages for whoever listens
  A client subscribes to channels by name, or to all that match a pattern, and from then on gets what others publish
  there. Nothing is stored: who does not listen misses it. In RESP2 a connection that is subscribed can do nothing else;
  in RESP3 messages are pushes, told apart from replies by their type.

  Rule: SUBSCRIBE and UNSUBSCRIBE answer once for each channel, with how many there are now
    https://redis.io/docs/latest/commands/subscribe/

    @PUBSUB-01
    Scenario: One answer for each channel
      When a client sends SUBSCRIBE "news" "sport"
      Then the replies are:
        | ["subscribe", key "news", 1]  |
        | ["subscribe", key "sport", 2] |

    @PUBSUB-02
    Scenario: A channel that is named twice is one
      When a client sends SUBSCRIBE "news" "news"
      Then the replies are:
        | ["subscribe", key "news", 1] |
        | ["subscribe", key "news", 1] |

    @PUBSUB-03
    Scenario: Channels and patterns are counted together
      When a client sends these commands together:
        | SUBSCRIBE "news"      |
        | PSUBSCRIBE "sport*"   |
        | UNSUBSCRIBE "news"    |
        | PUNSUBSCRIBE "sport*" |
      Then the replies are:
        | ["subscribe", key "news", 1]      |
        | ["psubscribe", key "sport*", 2]   |
        | ["unsubscribe", key "news", 1]    |
        | ["punsubscribe", key "sport*", 0] |

    @PUBSUB-04
    Scenario: UNSUBSCRIBE alone leaves all channels
      Given a client sends SUBSCRIBE "news"
      When the client sends UNSUBSCRIBE
      Then the replies are:
        | ["subscribe", key "news", 1]   |
        | ["unsubscribe", key "news", 0] |

    @PUBSUB-05
    Scenario: UNSUBSCRIBE alone leaves no pattern
      Given a client sends PSUBSCRIBE "news*"
      And the client sends SUBSCRIBE "sport"
      When the client sends UNSUBSCRIBE
      Then the replies are:
        | ["psubscribe", key "news*", 1]  |
        | ["subscribe", key "sport", 2]   |
        | ["unsubscribe", key "sport", 1] |

    @PUBSUB-06
    Scenario: Leaving a channel one was not in
      Given a client sends SUBSCRIBE "news"
      When the client sends UNSUBSCRIBE "sport"
      Then the replies are:
        | ["subscribe", key "news", 1]    |
        | ["unsubscribe", key "sport", 1] |

    @PUBSUB-19
    Scenario Outline: <command> of a client that has none says that it has none
      When a client sends <command>
      Then the reply is ["<reply>", null, 0]

      Examples:
        | command      | reply        |
        | UNSUBSCRIBE  | unsubscribe  |
        | PUNSUBSCRIBE | punsubscribe |

    @PUBSUB-07
    Scenario Outline: <command> without a channel is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command        |
        | SUBSCRIBE      |
        | PSUBSCRIBE     |
        | PUBLISH "news" |

  Rule: PUBLISH sends a message to all who listen, and says how many that were
    https://redis.io/docs/latest/commands/publish/

    @PUBSUB-08
    Scenario: Nobody listens
      When a client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-09
    Scenario: The message arrives with its channel
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client hears:
        | ["message", key "news", "rain"] |

    @PUBSUB-20
    Scenario: The name of a channel can be long
      Given a client sends SUBSCRIBE 100000 bytes
      When another client sends PUBLISH 100000 bytes "rain"
      Then the reply is the integer 1
      And the client hears:
        | ["message", key 100000 bytes, "rain"] |

    @PUBSUB-10
    Scenario: Messages arrive in the order in which they were sent
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "sport"
      When another client sends these commands together:
        | PUBLISH "news" "1"  |
        | PUBLISH "sport" "2" |
        | PUBLISH "news" "3"  |
      Then the client hears:
        | ["message", key "news", "1"]  |
        | ["message", key "sport", "2"] |
        | ["message", key "news", "3"]  |

    @PUBSUB-11
    Scenario: Other channels are not heard
      Given a client sends SUBSCRIBE "news"
      When another client sends these commands together:
        | PUBLISH "newspaper" "no" |
        | PUBLISH "New" "no"       |
        | PUBLISH "news" "yes"     |
      Then the client hears:
        | ["message", key "news", "yes"] |

    @PUBSUB-12
    Scenario: Everybody who listens hears it
      Given a client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      And a third client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 3
      And the client hears:
        | ["message", key "news", "rain"] |
      And the second client hears:
        | ["message", key "news", "rain"] |
      And the third client hears:
        | ["message", key "news", "rain"] |

    @PUBSUB-13
    Scenario: After UNSUBSCRIBE nothing more is heard
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-14
    Scenario: Who has left does not listen
      Given a client sends SUBSCRIBE "news"
      And the client hangs up
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-21
    Scenario: Who has left listens to none of its channels and patterns
      Given a client sends SUBSCRIBE "news" "sport"
      And the client sends PSUBSCRIBE "n*" "s*"
      And the client hangs up
      When another client sends these commands together:
        | PUBLISH "news" "rain" |
        | PUBLISH "sport" "1:0" |
      Then the replies are:
        | the integer 0 |
        | the integer 0 |

    @PUBSUB-22
    Scenario: Who subscribes twice to a channel hears each message once
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client hears:
        | ["message", key "news", "rain"] |

    @PUBSUB-15
    Scenario Outline: A message can be <what>
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" <message>
      Then the client hears:
        | ["message", key "news", <message>] |

      Examples:
        | what            | message       |
        | empty           | ""            |
        | a line break    | "a\x0D\x0Ab"  |
        | every byte      | all 256 bytes |
        | 300,000 letters | 300000 bytes  |

    @PUBSUB-16
    Scenario: A channel is any bytes
      Given a client sends SUBSCRIBE "a\x00\x0D\x0A\xFF"
      When another client sends PUBLISH "a\x00\x0D\x0A\xFF" "rain"
      Then the client hears:
        | ["message", key "a\x00\x0D\x0A\xFF", "rain"] |

    @PUBSUB-17
    Scenario: Channels are no keys
      Given "news" holds "old"
      And a client sends PUBLISH "news" "rain"
      When the client sends GET "news"
      Then the reply is "old"

    @PUBSUB-18 @alone
    Scenario: A listener that does not read delays nobody
      Given a slow client sends SUBSCRIBE "news" once without reading
      When another client sends PUBLISH "news" 100000 bytes 200 times without reading
      And a third client sends PING
      Then the reply is PONG

  Rule: A pattern listens to every channel that matches
    https://redis.io/docs/latest/commands/psubscribe/
    An asterisk is any characters or none, a question mark is one, and brackets are one of those in them.

    @PATTERN-01
    Scenario: The message comes with the pattern and the channel
      Given a client sends PSUBSCRIBE "news*"
      When another client sends PUBLISH "news.paris" "rain"
      Then the reply is the integer 1
      And the client hears:
        | ["pmessage", key "news*", key "news.paris", "rain"] |

    @PATTERN-02
    Scenario Outline: The pattern <pattern> matches <channel>
      Given a client sends PSUBSCRIBE "<pattern>"
      When another client sends PUBLISH "<channel>" "rain"
      Then the reply is the integer 1
      And the client hears:
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

    @PATTERN-04
    Scenario: Who listens twice hears twice, and is counted twice
      Given a client sends SUBSCRIBE "news"
      And the client sends PSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 2
      And the client hears:
        | ["message", key "news", "rain"]            |
        | ["pmessage", key "n*", key "news", "rain"] |

    @PATTERN-05
    Scenario: After PUNSUBSCRIBE nothing is heard
      Given a client sends PSUBSCRIBE "n*"
      And the client sends PUNSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PATTERN-06
    Scenario: UNSUBSCRIBE with a pattern's text leaves the pattern
      Given a client sends PSUBSCRIBE "n*"
      And the client sends UNSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client hears:
        | ["pmessage", key "n*", key "news", "rain"] |

  Rule: In RESP2 a subscribed connection takes only what belongs to subscribing
    https://redis.io/docs/latest/develop/interact/pubsub/

    @LISTEN-01
    Scenario: Other commands are refused
      Given a client sends SUBSCRIBE "news"
      When the client sends GET "name"
      Then the reply is an error

    @LISTEN-02 @exact
    Scenario Outline: The error for <command>
      Given a client sends SUBSCRIBE "news"
      When the client sends <command>
      Then the reply is the error "ERR Can't execute '<name>': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context"

      Examples:
        | command           | name       |
        | GET "name"        | get        |
        | PUBLISH "news" "" | publish    |
        | MULTI             | multi      |
        | HELLO 3           | hello      |
        | CLIENT ID         | client\|id |

    @LISTEN-03
    Scenario: PING is answered in the form of a message
      Given a client sends SUBSCRIBE "news"
      When the client sends these commands together:
        | PING         |
        | PING "hello" |
      Then the replies are:
        | ["subscribe", key "news", 1] |
        | ["pong", ""]                 |
        | ["pong", "hello"]            |

    @LISTEN-04
    Scenario: With the last channel the connection is an ordinary one again
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When the client sends PING
      Then the reply is PONG

    @LISTEN-05
    Scenario: A pattern keeps the connection subscribed
      Given a client sends PSUBSCRIBE "n*"
      And the client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When the client sends GET "name"
      Then the reply is an error

    @LISTEN-06
    Scenario: QUIT is allowed
      Given a client sends SUBSCRIBE "news"
      When the client sends QUIT
      Then the reply is OK
      And the connection is closed

    @LISTEN-07
    Scenario: RESET leaves all channels
      Given a client sends SUBSCRIBE "news"
      And the client sends RESET
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @LISTEN-09
    Scenario: RESET leaves all patterns
      Given a client sends PSUBSCRIBE "n*"
      And the client sends RESET
      When the client sends INCR "visits"
      Then the reply is the integer 1

    @LISTEN-08
    Scenario: An unknown command is still that
      Given a client sends SUBSCRIBE "news"
      When the client sends NOSUCHCOMMAND
      Then the reply is the error that begins with "ERR unknown command"

  Rule: In RESP3 messages are pushes, and the connection can do everything
    https://redis.io/docs/latest/develop/reference/protocol-spec/#pushes

    @PUSH-01
    Scenario: The answer to SUBSCRIBE is a push
      Given a client sends HELLO 3
      When the client sends SUBSCRIBE "news"
      Then the reply is push ["subscribe", key "news", 1]

    @PUSH-02
    Scenario: A message is a push
      Given a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the client hears:
        | push ["message", key "news", "rain"] |

    @PUSH-03
    Scenario: A message to a pattern is a push
      Given a client sends HELLO 3
      And the client sends PSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the client hears:
        | push ["pmessage", key "n*", key "news", "rain"] |

    @PUSH-04
    Scenario: Other commands are carried out
      Given "name" holds "Ada"
      And a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      When the client sends these commands together:
        | GET "name"    |
        | PING          |
        | GET "nothing" |
      Then the replies are:
        | {"proto": 3, ...}                 |
        | push ["subscribe", key "news", 1] |
        | "Ada"                             |
        | PONG                              |
        | the null of RESP3                 |

    @PUSH-05
    Scenario: Each listener gets its own protocol
      Given a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 2
      And the client hears:
        | push ["message", key "news", "rain"] |
      And the second client hears:
        | ["message", key "news", "rain"] |

  Rule: PUBSUB tells who listens to what
    https://redis.io/docs/latest/commands/pubsub-channels/

    @LISTENERS-01
    Scenario: PUBSUB NUMSUB counts those in each channel
      Given a client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      And the second client sends SUBSCRIBE "sport"
      When another client sends PUBSUB NUMSUB "news" "nothing" "sport"
      Then the reply is [key "news", 2, key "nothing", 0, key "sport", 1]

    @LISTENERS-02
    Scenario: PUBSUB NUMSUB without a channel is empty
      When a client sends PUBSUB NUMSUB
      Then the reply is []

    @LISTENERS-03
    Scenario: PUBSUB CHANNELS names channels, by a pattern
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "sport"
      And the client sends SUBSCRIBE "nature"
      When another client sends PUBSUB CHANNELS "n*"
      Then the reply is in any order [key "news", key "nature"]

    @LISTENERS-04
    Scenario: PUBSUB CHANNELS names all of them
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBSUB CHANNELS
      Then the reply is in any order [key "news", ...]

    @LISTENERS-05
    Scenario: A channel that nobody is left in is none
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When another client sends PUBSUB CHANNELS "n*"
      Then the reply is []

    @LISTENERS-06
    Scenario: Patterns are no channels
      Given a client sends PSUBSCRIBE "news"
      When another client sends these commands together:
        | PUBSUB CHANNELS "news" |
        | PUBSUB NUMSUB "news"   |
      Then the replies are:
        | []              |
        | [key "news", 0] |

    @LISTENERS-07 @alone
    Scenario: PUBSUB NUMPAT counts patterns, each once
      Given a client sends PSUBSCRIBE "n*"
      And the client sends PSUBSCRIBE "s*"
      And a second client sends PSUBSCRIBE "n*"
      When another client sends PUBSUB NUMPAT
      Then the reply is the integer 2

    @LISTENERS-08 @exact
    Scenario: The error for a word that PUBSUB does not know
      When a client sends PUBSUB FOO
      Then the reply is the error "ERR unknown subcommand 'FOO'. Try PUBSUB HELP."

    @LISTENERS-09
    Scenario: PUBSUB CHANNELS takes one pattern at most
      When a client sends PUBSUB CHANNELS "n*" "s*"
      Then the reply is an error

  Rule: Random commands about channels and patterns: each reply follows from the commands before it
    https://redis.io/docs/latest/develop/interact/pubsub/

    @RANDOM-17
    Scenario: Random commands about channels and patterns
      When three clients take turns sending up to 600 random commands of the area pubsub
      Then every reply is one that the rules allow

    @RANDOM-18 @exact
    Scenario: Random commands about channels and patterns, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of the area pubsub
      Then every reply is the one that Redis gives
