@step5 @pubsub
Feature: Publish/subscribe
  A client subscribes to channels by name, or to all channels that match a pattern. From then on it receives the messages
  that other clients publish there. Messages are not stored: a client that is not subscribed misses them. In RESP2 a
  subscribed connection accepts few other commands. In RESP3 messages are pushes, a type that differs from all replies.

  Rule: SUBSCRIBE and UNSUBSCRIBE reply once for each channel, with the new number of subscriptions
    https://redis.io/docs/latest/commands/subscribe/

    @PUBSUB-01
    Scenario: SUBSCRIBE replies once for each channel
      When a client sends SUBSCRIBE "news" "sport"
      Then the replies are:
        | ["subscribe", key "news", 1]  |
        | ["subscribe", key "sport", 2] |

    @PUBSUB-02
    Scenario: SUBSCRIBE counts a channel only once, even if it is named twice
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
    Scenario: UNSUBSCRIBE without arguments unsubscribes from all channels
      When a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE
      Then the replies are:
        | ["subscribe", key "news", 1]   |
        | ["unsubscribe", key "news", 0] |

    @PUBSUB-05
    Scenario: UNSUBSCRIBE without arguments keeps the patterns
      When a client sends PSUBSCRIBE "news*"
      And the client sends SUBSCRIBE "sport"
      And the client sends UNSUBSCRIBE
      Then the replies are:
        | ["psubscribe", key "news*", 1]  |
        | ["subscribe", key "sport", 2]   |
        | ["unsubscribe", key "sport", 1] |

    @PUBSUB-06
    Scenario: UNSUBSCRIBE from a channel the client is not subscribed to
      When a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "sport"
      Then the replies are:
        | ["subscribe", key "news", 1]    |
        | ["unsubscribe", key "sport", 1] |

    @PUBSUB-19
    Scenario Outline: <command> of a client without subscriptions replies with null and 0
      When a client sends <command>
      Then the reply is ["<reply>", null, 0]

      Examples:
        | command      | reply        |
        | UNSUBSCRIBE  | unsubscribe  |
        | PUNSUBSCRIBE | punsubscribe |

    @PUBSUB-07
    Scenario Outline: <command> with too few arguments is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command        |
        | SUBSCRIBE      |
        | PSUBSCRIBE     |
        | PUBLISH "news" |

  Rule: PUBLISH sends a message to all subscribers and replies with the number of deliveries
    https://redis.io/docs/latest/commands/publish/

    @PUBSUB-08
    Scenario: PUBLISH to a channel without subscribers replies 0
      When a client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-09
    Scenario: A subscriber receives the message with its channel
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["message", key "news", "rain"] |

    @PUBSUB-20
    Scenario: A channel's name can be 100000 bytes long
      Given a client sends SUBSCRIBE 100000 bytes
      When another client sends PUBLISH 100000 bytes "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["message", key 100000 bytes, "rain"] |

    @PUBSUB-10
    Scenario: Messages arrive in the order in which they were published
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "sport"
      When another client sends these commands together:
        | PUBLISH "news" "1"  |
        | PUBLISH "sport" "2" |
        | PUBLISH "news" "3"  |
      Then the client receives:
        | ["message", key "news", "1"]  |
        | ["message", key "sport", "2"] |
        | ["message", key "news", "3"]  |

    @PUBSUB-11
    Scenario: A subscriber does not receive messages of other channels
      Given a client sends SUBSCRIBE "news"
      When another client sends these commands together:
        | PUBLISH "newspaper" "no" |
        | PUBLISH "New" "no"       |
        | PUBLISH "news" "yes"     |
      Then the client receives:
        | ["message", key "news", "yes"] |

    @PUBSUB-12
    Scenario: Every subscriber receives the message
      Given a client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      And a third client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 3
      And the client receives:
        | ["message", key "news", "rain"] |
      And the second client receives:
        | ["message", key "news", "rain"] |
      And the third client receives:
        | ["message", key "news", "rain"] |

    @PUBSUB-13
    Scenario: PUBLISH does not count a client after UNSUBSCRIBE
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-14
    Scenario: PUBLISH does not count a subscriber that has disconnected
      Given a client sends SUBSCRIBE "news"
      And the client disconnects
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PUBSUB-21
    Scenario: Disconnecting ends all subscriptions to channels and patterns
      Given a client sends SUBSCRIBE "news" "sport"
      And the client sends PSUBSCRIBE "n*" "s*"
      And the client disconnects
      When another client sends these commands together:
        | PUBLISH "news" "rain" |
        | PUBLISH "sport" "1:0" |
      Then the replies are:
        | the integer 0 |
        | the integer 0 |

    @PUBSUB-22
    Scenario: A client that subscribes to a channel twice receives each message once
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["message", key "news", "rain"] |

    @PUBSUB-15
    Scenario Outline: A message can be <what>
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" <message>
      Then the client receives:
        | ["message", key "news", <message>] |

      Examples:
        | what            | message       |
        | empty           | ""            |
        | a line break    | "a\x0D\x0Ab"  |
        | every byte      | all 256 bytes |
        | 300,000 letters | 300000 bytes  |

    @PUBSUB-16
    Scenario: A channel's name can contain any bytes
      Given a client sends SUBSCRIBE "a\x00\x0D\x0A\xFF"
      When another client sends PUBLISH "a\x00\x0D\x0A\xFF" "rain"
      Then the client receives:
        | ["message", key "a\x00\x0D\x0A\xFF", "rain"] |

    @PUBSUB-17
    Scenario: PUBLISH does not change a key with the channel's name
      Given "news" holds "old"
      And a client sends PUBLISH "news" "rain"
      When the client sends GET "news"
      Then the reply is "old"

    @PUBSUB-18 @alone
    Scenario: A subscriber that does not read does not delay other clients
      Given a slow client sends SUBSCRIBE "news" once without reading
      When another client sends PUBLISH "news" 100000 bytes 200 times without reading
      And a third client sends PING
      Then the reply is PONG

  Rule: PSUBSCRIBE subscribes to every channel that matches a pattern
    https://redis.io/docs/latest/commands/psubscribe/
    An asterisk matches any number of characters, a question mark one character, and brackets one of the characters in them.

    @PATTERN-01
    Scenario: A message to a pattern contains the pattern and the channel
      Given a client sends PSUBSCRIBE "news*"
      When another client sends PUBLISH "news.paris" "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["pmessage", key "news*", key "news.paris", "rain"] |

    @PATTERN-04
    Scenario: A client subscribed by channel and by pattern receives the message twice
      Given a client sends SUBSCRIBE "news"
      And the client sends PSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 2
      And the client receives:
        | ["message", key "news", "rain"]            |
        | ["pmessage", key "n*", key "news", "rain"] |

    @PATTERN-05
    Scenario: PUBLISH does not count a client after PUNSUBSCRIBE
      Given a client sends PSUBSCRIBE "n*"
      And the client sends PUNSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @PATTERN-06
    Scenario: UNSUBSCRIBE with a pattern's text keeps the pattern
      Given a client sends PSUBSCRIBE "n*"
      And the client sends UNSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 1
      And the client receives:
        | ["pmessage", key "n*", key "news", "rain"] |

  Rule: In RESP2 a subscribed client may send only subscription commands, PING, QUIT and RESET
    https://redis.io/docs/latest/develop/interact/pubsub/

    @LISTEN-01
    Scenario: GET on a subscribed connection is an error
      Given a client sends SUBSCRIBE "news"
      When the client sends GET "name"
      Then the reply is an error

    @LISTEN-02 @exact
    Scenario Outline: The error of <command> on a subscribed connection, word for word
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
    Scenario: PING on a subscribed connection replies with an array
      When a client sends SUBSCRIBE "news"
      And the client sends these commands together:
        | PING         |
        | PING "hello" |
      Then the replies are:
        | ["subscribe", key "news", 1] |
        | ["pong", ""]                 |
        | ["pong", "hello"]            |

    @LISTEN-04
    Scenario: PING replies PONG again after the last UNSUBSCRIBE
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When the client sends PING
      Then the reply is PONG

    @LISTEN-05
    Scenario: A remaining pattern keeps the connection subscribed
      Given a client sends PSUBSCRIBE "n*"
      And the client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When the client sends GET "name"
      Then the reply is an error

    @LISTEN-06
    Scenario: QUIT works on a subscribed connection
      Given a client sends SUBSCRIBE "news"
      When the client sends QUIT
      Then the reply is OK
      And the connection is closed

    @LISTEN-07
    Scenario: RESET unsubscribes from channels
      Given a client sends SUBSCRIBE "news"
      And the client sends RESET
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 0

    @LISTEN-09
    Scenario: RESET unsubscribes from patterns
      Given a client sends PSUBSCRIBE "n*"
      And the client sends RESET
      When the client sends INCR "visits"
      Then the reply is the integer 1

    @LISTEN-08
    Scenario: An unknown command on a subscribed connection is reported as unknown
      Given a client sends SUBSCRIBE "news"
      When the client sends NOSUCHCOMMAND
      Then the reply is the error that begins with "ERR unknown command"

  Rule: In RESP3 messages are pushes, and a subscribed client may send any command
    https://redis.io/docs/latest/develop/reference/protocol-spec/#pushes

    @PUSH-01
    Scenario: In RESP3, SUBSCRIBE replies with a push
      Given a client sends HELLO 3
      When the client sends SUBSCRIBE "news"
      Then the reply is push ["subscribe", key "news", 1]

    @PUSH-02
    Scenario: In RESP3, a message to a channel is a push
      Given a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the client receives:
        | push ["message", key "news", "rain"] |

    @PUSH-03
    Scenario: In RESP3, a message to a pattern is a push
      Given a client sends HELLO 3
      And the client sends PSUBSCRIBE "n*"
      When another client sends PUBLISH "news" "rain"
      Then the client receives:
        | push ["pmessage", key "n*", key "news", "rain"] |

    @PUSH-04
    Scenario: In RESP3, a subscribed client can send other commands
      Given "name" holds "Ada"
      When a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      And the client sends these commands together:
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
    Scenario: Each subscriber receives the message in its own protocol
      Given a client sends HELLO 3
      And the client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      When another client sends PUBLISH "news" "rain"
      Then the reply is the integer 2
      And the client receives:
        | push ["message", key "news", "rain"] |
      And the second client receives:
        | ["message", key "news", "rain"] |

  Rule: PUBSUB reports channels, subscribers and patterns
    https://redis.io/docs/latest/commands/pubsub-channels/

    @LISTENERS-01
    Scenario: PUBSUB NUMSUB counts the subscribers of each channel
      Given a client sends SUBSCRIBE "news"
      And a second client sends SUBSCRIBE "news"
      And the second client sends SUBSCRIBE "sport"
      When another client sends PUBSUB NUMSUB "news" "nothing" "sport"
      Then the reply is [key "news", 2, key "nothing", 0, key "sport", 1]

    @LISTENERS-02
    Scenario: PUBSUB NUMSUB without a channel replies with an empty array
      When a client sends PUBSUB NUMSUB
      Then the reply is []

    @LISTENERS-03
    Scenario: PUBSUB CHANNELS with a pattern lists the matching channels
      Given a client sends SUBSCRIBE "news"
      And the client sends SUBSCRIBE "sport"
      And the client sends SUBSCRIBE "nature"
      When another client sends PUBSUB CHANNELS "n*"
      Then the reply is in any order [key "news", key "nature"]

    @LISTENERS-04
    Scenario: PUBSUB CHANNELS without a pattern lists all channels
      Given a client sends SUBSCRIBE "news"
      When another client sends PUBSUB CHANNELS
      Then the reply is in any order [key "news", ...]

    @LISTENERS-05
    Scenario: PUBSUB CHANNELS omits a channel without subscribers
      Given a client sends SUBSCRIBE "news"
      And the client sends UNSUBSCRIBE "news"
      When another client sends PUBSUB CHANNELS "n*"
      Then the reply is []

    @LISTENERS-06
    Scenario: PUBSUB CHANNELS and PUBSUB NUMSUB ignore patterns
      Given a client sends PSUBSCRIBE "news"
      When another client sends these commands together:
        | PUBSUB CHANNELS "news" |
        | PUBSUB NUMSUB "news"   |
      Then the replies are:
        | []              |
        | [key "news", 0] |

    @LISTENERS-07 @alone
    Scenario: PUBSUB NUMPAT counts each pattern once
      Given a client sends PSUBSCRIBE "n*"
      And the client sends PSUBSCRIBE "s*"
      And a second client sends PSUBSCRIBE "n*"
      When another client sends PUBSUB NUMPAT
      Then the reply is the integer 2

    @LISTENERS-08 @exact
    Scenario: The error of PUBSUB FOO, word for word
      When a client sends PUBSUB FOO
      Then the reply is the error "ERR unknown subcommand 'FOO'. Try PUBSUB HELP."

    @LISTENERS-09
    Scenario: PUBSUB CHANNELS with two patterns is an error
      When a client sends PUBSUB CHANNELS "n*" "s*"
      Then the reply is an error
