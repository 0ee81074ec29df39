@step5 @clients
Feature: What client libraries say first
  redis-cli can live with a server that knows six commands. Libraries ask more before they let a program do anything:
  which protocol, which database, under which name. This is what they send with their defaults, and what they need to
  hear. RESP3 is the second edition of the protocol: it has a null of its own, maps, and messages that nobody asked for.

  Rule: HELLO says who the server is and chooses the protocol
    https://redis.io/docs/latest/commands/hello/
    Newer servers tell more of themselves, so more is allowed.

    @HELLO-01
    Scenario: HELLO alone describes the server and changes nothing
      When a client sends HELLO
      Then the reply is ["server", a text, "version", a text, "proto", 2, "id", an integer, "mode", "standalone", "role", "master", "modules", anything, ...]

    @HELLO-02
    Scenario: HELLO 2 keeps RESP2
      When a client sends HELLO 2
      Then the reply is ["server", a text, "version", a text, "proto", 2, "id", an integer, "mode", "standalone", "role", "master", "modules", anything, ...]

    @HELLO-03
    Scenario: HELLO 3 is answered with a map of RESP3
      When a client sends HELLO 3
      Then the reply is {"server": a text, "version": a text, "proto": 3, "id": an integer, "mode": "standalone", "role": "master", "modules": anything, ...}

    @HELLO-04
    Scenario: HELLO alone says which protocol was chosen
      Given a client sends HELLO 3
      When the client sends HELLO
      Then the reply is {"proto": 3, "id": an integer, ...}

    @HELLO-05
    Scenario: The name HELLO is the same in small letters
      When a client sends hello 3
      Then the reply is {"proto": 3, ...}

    @HELLO-06
    Scenario: HELLO can give the connection its name
      Given a client sends HELLO 2 SETNAME "worker-1"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-1"

    @HELLO-07
    Scenario: HELLO takes the user that needs no password
      When a client sends HELLO 3 AUTH "default" "whatever"
      Then the reply is {"proto": 3, ...}

  Rule: After HELLO 3 null has a type of its own, and RESP2 can be had back
    https://redis.io/docs/latest/develop/reference/protocol-spec/#nulls

    @HELLO-08
    Scenario: A missing value is the null of RESP3
      Given a client sends HELLO 3
      When the client sends GET "nothing"
      Then the reply is the null of RESP3

    @HELLO-09
    Scenario: Without HELLO 3 a missing value is the null of RESP2
      Given a client sends HELLO 2
      When the client sends GET "nothing"
      Then the reply is null

    @HELLO-10
    Scenario: HELLO 2 after HELLO 3 leads back to RESP2
      Given a client sends HELLO 3
      And the client sends HELLO 2
      When the client sends GET "nothing"
      Then the reply is null

    @HELLO-11
    Scenario: What RESP2 and RESP3 share is written alike
      Given "name" holds "Ada"
      And a client sends HELLO 3
      When the client sends these commands together:
        | PING         |
        | SET "n" "41" |
        | INCR "n"     |
        | GET "name"   |
        | GET          |
      Then the replies are:
        | {"proto": 3, ...} |
        | PONG              |
        | OK                |
        | the integer 42    |
        | "Ada"             |
        | an error          |

    @HELLO-12
    Scenario: One connection's protocol is no other's
      Given a client sends HELLO 3
      When another client sends GET "nothing"
      Then the reply is null

  Rule: HELLO refuses what it can't do, and the connection stays as it was
    https://redis.io/docs/latest/commands/hello/

    @HELLO-13
    Scenario Outline: HELLO refuses <arguments>
      When a client sends HELLO <arguments>
      Then the reply is an error

      Examples:
        | arguments             |
        | 4                     |
        | 1                     |
        | "three"               |
        | 3 FOO                 |
        | 3 AUTH "default"      |
        | 3 SETNAME             |
        | 3 SETNAME "two words" |
        | 3 AUTH "nobody" "x"   |

    @HELLO-14 @exact
    Scenario Outline: The error of HELLO for <arguments>
      When a client sends HELLO <arguments>
      Then the reply is the error "<error>"

      Examples:
        | arguments           | error                                                         |
        | 4                   | NOPROTO unsupported protocol version                          |
        | 1                   | NOPROTO unsupported protocol version                          |
        | "three"             | ERR Protocol version is not an integer or out of range        |
        | 3 FOO               | ERR Syntax error in HELLO option 'FOO'                        |
        | 3 AUTH "default"    | ERR Syntax error in HELLO option 'AUTH'                       |
        | 3 AUTH "nobody" "x" | WRONGPASS invalid username-password pair or user is disabled. |

    @HELLO-15
    Scenario: A HELLO that is refused changes no protocol
      Given a client sends HELLO 3 FOO
      When the client sends these commands together:
        | HELLO 4       |
        | GET "nothing" |
      Then the replies are:
        | an error |
        | an error |
        | null     |

  Rule: A connection has a number and can have a name
    https://redis.io/docs/latest/commands/client-id/

    @CLIENT-01
    Scenario: CLIENT ID is a number
      When a client sends CLIENT ID
      Then the reply is an integer

    @CLIENT-02
    Scenario: Without a name CLIENT GETNAME is null
      When a client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-03
    Scenario: CLIENT SETNAME gives a name
      Given a client sends CLIENT SETNAME "worker-2"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-2"

    @CLIENT-04
    Scenario: The empty name takes the name away
      Given a client sends CLIENT SETNAME "worker-3"
      And the client sends CLIENT SETNAME ""
      When the client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-05
    Scenario: A name belongs to one connection
      Given a client sends CLIENT SETNAME "worker-4"
      When another client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-06 @exact
    Scenario: A name has no spaces
      Given a client sends CLIENT SETNAME "two words"
      Then the reply is the error "ERR Client names cannot contain spaces, newlines or special characters."

    @CLIENT-07
    Scenario: A name that is refused leaves the old one
      Given a client sends CLIENT SETNAME "worker-5"
      And the client sends CLIENT SETNAME "two words"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-5"

    @CLIENT-08
    Scenario: A library may say its name, and lives with an error
      Redis knows CLIENT SETINFO since version 7.2.

      When a client sends these commands together:
        | CLIENT SETINFO "lib-name" "my-library" |
        | CLIENT ID                              |
      Then the replies are:
        | OK or an error |
        | an integer     |

    @CLIENT-09
    Scenario: CLIENT INFO is one line about this connection
      Given a client sends CLIENT SETNAME "worker-6"
      When the client sends CLIENT INFO
      Then the reply is a text with " name=worker-6 "

    @CLIENT-10
    Scenario Outline: CLIENT INFO says <what>
      When a client sends CLIENT INFO
      Then the reply is a text with "<text>"

      Examples:
        | what                     | text         |
        | the number               | id=          |
        | whence the client speaks | addr=        |
        | the database             | db=0         |
        | the last command         | cmd=client   |
        | the protocol             | resp=2       |
        | the user                 | user=default |
        | that there is no MULTI   | multi=-1     |

    @CLIENT-11
    Scenario: CLIENT LIST has a line for every connection
      Given a client sends CLIENT SETNAME "worker-7"
      When another client sends CLIENT LIST
      Then the reply is a text with " name=worker-7 "

    @CLIENT-12
    Scenario: Who has left is not listed
      Given a client sends CLIENT SETNAME "worker-who-left"
      And the client hangs up
      When another client sends CLIENT LIST
      Then the reply is a text without "worker-who-left"

    @CLIENT-13 @exact
    Scenario Outline: The error for CLIENT <arguments>
      When a client sends CLIENT <arguments>
      Then the reply is <error>

      Examples:
        | arguments     | error                                                              |
        | NOSUCH        | the error "ERR unknown subcommand 'NOSUCH'. Try CLIENT HELP."      |
        | ID "x"        | the error "ERR wrong number of arguments for 'client\|id' command" |
        | LIST FOO      | the error "ERR syntax error"                                       |
        | LIST TYPE     | the error "ERR syntax error"                                       |
        | LIST TYPE "x" | the error "ERR Unknown client type 'x'"                            |
        | LIST ID "x"   | the error "ERR Invalid client ID" or the error "ERR syntax error"  |
        | LIST ID       | the error "ERR syntax error"                                       |

    @CLIENT-14
    Scenario: CLIENT LIST can be asked for one type, and most clients are normal
      Given a client sends CLIENT SETNAME "worker-8"
      When another client sends CLIENT LIST TYPE normal
      Then the reply is a text with " name=worker-8 "

    @CLIENT-15
    Scenario: Who is subscribed is of the type pubsub
      Given a client sends CLIENT SETNAME "listener-1"
      And the client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE pubsub
      Then the reply is a text with " name=listener-1 "

    @CLIENT-16
    Scenario: Who is subscribed is not of the type normal
      Given a client sends CLIENT SETNAME "listener-2"
      And the client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE normal
      Then the reply is a text without "listener-2"

    @CLIENT-17
    Scenario: CLIENT LIST can be asked for certain ids, and of one that nobody has there is no line
      When a client sends CLIENT LIST ID 1000000000000
      Then the reply is ""

    @CLIENT-18
    Scenario: The first and the last printable character of ASCII can be in a name
      Given a client sends CLIENT SETNAME "!~"
      When the client sends CLIENT GETNAME
      Then the reply is "!~"

    @CLIENT-19
    Scenario: CLIENT INFO shows the two commands that EXEC carries out, until it has
      When a client sends these commands together:
        | MULTI       |
        | CLIENT INFO |
        | CLIENT INFO |
        | EXEC        |
        | CLIENT INFO |
      Then the replies are:
        | OK                                               |
        | QUEUED                                           |
        | QUEUED                                           |
        | [a text with "multi=2", a text with " flags=x "] |
        | a text without "multi=2"                         |

    @CLIENT-20
    Scenario Outline: CLIENT LIST can be asked for the type <type>
      When a client sends CLIENT LIST TYPE <type>
      Then the reply is a text without "resp="

      Examples:
        | type    |
        | master  |
        | replica |
        | slave   |

    @CLIENT-21
    Scenario: Who is subscribed is shown by a letter
      Given a client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE pubsub
      Then the reply is a text with " flags=P "

    @CLIENT-22
    Scenario: In RESP3 only the type says that it is a text
      Given a client sends HELLO 3
      When the client sends CLIENT INFO
      Then the reply is a text without "txt:"

  Rule: CLIENT REPLY says which replies are sent
    https://redis.io/docs/latest/commands/client-reply/
    A client that wants to send much and know nothing of it turns them off. What is sent is carried out all the same.

    @CLIENT-23
    Scenario: After CLIENT REPLY OFF nothing is answered before CLIENT REPLY ON
      When a client sends the bytes:
        """
        CLIENT REPLY OFF\r\n
        PING\r\n
        NOSUCHCOMMAND\r\n
        CLIENT REPLY ON\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        +PONG\r\n
        """

    @CLIENT-24
    Scenario: What is not answered is carried out
      When a client sends the bytes:
        """
        CLIENT REPLY OFF\r\n
        SET unanswered apple\r\n
        CLIENT REPLY ON\r\n
        GET unanswered\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $5\r\n
        apple\r\n
        """

    @CLIENT-25
    Scenario: CLIENT REPLY SKIP is not answered, nor is the request behind it
      When a client sends the bytes:
        """
        CLIENT REPLY SKIP\r\n
        ECHO one\r\n
        ECHO two\r\n
        """
      Then the bytes received are:
        """
        $3\r\n
        two\r\n
        """

    @CLIENT-26
    Scenario: CLIENT REPLY SKIP twice skips as much as once
      When a client sends the bytes:
        """
        CLIENT REPLY SKIP\r\n
        CLIENT REPLY SKIP\r\n
        ECHO one\r\n
        ECHO two\r\n
        """
      Then the bytes received are:
        """
        $3\r\n
        two\r\n
        """

    @CLIENT-27
    Scenario: CLIENT REPLY SKIP turns no replies on
      When a client sends the bytes:
        """
        CLIENT REPLY OFF\r\n
        CLIENT REPLY SKIP\r\n
        ECHO one\r\n
        ECHO two\r\n
        CLIENT REPLY ON\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        """

    @CLIENT-28
    Scenario: RESET turns replies on
      When a client sends the bytes:
        """
        CLIENT REPLY OFF\r\n
        RESET\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +RESET\r\n
        +PONG\r\n
        """

    @CLIENT-29
    Scenario: A confirmation of SUBSCRIBE is no reply, and is sent
      When a client sends the bytes:
        """
        CLIENT REPLY OFF\r\n
        SUBSCRIBE unanswered\r\n
        """
      Then the bytes received are:
        """
        *3\r\n
        $9\r\n
        subscribe\r\n
        $10\r\n
        unanswered\r\n
        :1\r\n
        """

    @CLIENT-30
    Scenario: CLIENT REPLY ON is answered where replies are on already
      When a client sends CLIENT REPLY ON
      Then the reply is OK

    @CLIENT-31 @exact
    Scenario Outline: The error for CLIENT REPLY <arguments>
      When a client sends CLIENT REPLY <arguments>
      Then the reply is the error "<error>"

      Examples:
        | arguments | error                                                     |
        | MAYBE     | ERR syntax error                                          |
        | ON OFF    | ERR wrong number of arguments for 'client\|reply' command |

  Rule: SELECT chooses a database, and there is at least the first
    https://redis.io/docs/latest/commands/select/

    @SELECT-01
    Scenario: Database 0 is the one that is there already
      Given "name" holds "Ada"
      And a client sends SELECT 0
      When the client sends GET "name"
      Then the reply is "Ada"

    @SELECT-02
    Scenario Outline: There is no database <number>
      When a client sends SELECT <number>
      Then the reply is an error

      Examples:
        | number |
        | -1     |
        | 100000 |
        | "one"  |

    @SELECT-03 @exact
    Scenario Outline: The error for database <number>
      When a client sends SELECT <number>
      Then the reply is the error "<error>"

      Examples:
        | number | error                                       |
        | -1     | ERR DB index is out of range                |
        | 100000 | ERR DB index is out of range                |
        | "one"  | ERR value is not an integer or out of range |

    @SELECT-04 @exact
    Scenario: A number of more than 32 bits is out of range
      When a client sends SELECT 2147483648
      Then the reply is the error that begins with "ERR value is out of range, value must"

  Rule: ECHO gives back its message
    https://redis.io/docs/latest/commands/echo/

    @ECHO-01
    Scenario Outline: ECHO of <message>
      When a client sends ECHO <message>
      Then the reply is <message>

      Examples:
        | message           |
        | "hello"           |
        | ""                |
        | "a\x0D\x0Ab\x00c" |
        | 100000 bytes      |

    @ECHO-02
    Scenario Outline: ECHO takes one message, so <command> is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command      |
        | ECHO         |
        | ECHO "a" "b" |

  Rule: QUIT is answered, then the connection is closed
    https://redis.io/docs/latest/commands/quit/

    @QUIT-01
    Scenario: QUIT closes the connection
      When a client sends QUIT
      Then the reply is OK
      And the connection is closed

    @QUIT-02
    Scenario: What follows QUIT is not carried out
      When a client sends the bytes:
        """
        QUIT\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        """
      And the connection is closed

  Rule: RESET makes the connection what it was at first
    https://redis.io/docs/latest/commands/reset/

    @RESET-01
    Scenario: RESET says so
      When a client sends RESET
      Then the reply is the simple string "RESET"

    @RESET-02
    Scenario: RESET leads back to RESP2
      Given a client sends HELLO 3
      And the client sends RESET
      When the client sends GET "nothing"
      Then the reply is null

    @RESET-03
    Scenario: RESET takes the name away
      Given a client sends CLIENT SETNAME "worker-8"
      And the client sends RESET
      When the client sends CLIENT GETNAME
      Then the reply is null

    @RESET-04
    Scenario: RESET ends the subscriptions
      Given a client sends SUBSCRIBE "news"
      And the client sends RESET
      When the client sends INCR "visits"
      Then the reply is the integer 1

  Rule: AUTH has nothing to check where there is no password
    https://redis.io/docs/latest/commands/auth/

    @AUTH-01
    Scenario: A password alone is an error
      When a client sends AUTH "secret"
      Then the reply is an error

    @AUTH-02
    Scenario: The default user needs no password
      When a client sends AUTH "default" "secret"
      Then the reply is OK

    @AUTH-03
    Scenario: There is no other user
      When a client sends AUTH "nobody" "secret"
      Then the reply is an error

    @AUTH-04 @exact
    Scenario Outline: The error for AUTH <arguments>
      When a client sends AUTH <arguments>
      Then the reply is the error "<error>"

      Examples:
        | arguments         | error                                                                                                                        |
        | "secret"          | ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct? |
        | "nobody" "secret" | WRONGPASS invalid username-password pair or user is disabled.                                                                |
        | "a" "b" "c"       | ERR syntax error                                                                                                             |

  Rule: COMMAND tells of the commands there are
    https://redis.io/docs/latest/commands/command/

    @COMMAND-01
    Scenario: COMMAND COUNT counts at least the six
      When a client sends COMMAND COUNT
      Then the reply is an integer from 6 to 10000

    @COMMAND-02
    Scenario: COMMAND INFO of a command has its name, how many words it has, and where its keys are
      When a client sends COMMAND INFO get
      Then the reply is [["get", 2, anything, 1, 1, 1, ...]]

    @COMMAND-03
    Scenario: A negative number of words means at least so many
      When a client sends COMMAND INFO set
      Then the reply is [["set", -3, anything, 1, 1, 1, ...]]

    @COMMAND-11
    Scenario Outline: The flags say that <command> is <flag>
      When a client sends COMMAND INFO <command>
      Then the reply is [[anything, anything, in any order [the simple string "<flag>", ...], anything, anything, anything, ...]]

      Examples:
        | command | flag     |
        | get     | readonly |
        | set     | write    |

    @COMMAND-05
    Scenario: COMMAND DOCS of a command begins with its name
      When a client sends COMMAND DOCS get
      Then the reply is ["get", anything]

    @COMMAND-06
    Scenario: COMMAND DOCS of what is no command has nothing to say
      When a client sends COMMAND DOCS nosuchcommand
      Then the reply is []

    @COMMAND-07
    Scenario: COMMAND LIST has the names
      When a client sends COMMAND LIST
      Then the reply is in any order ["get", "set", "ping", "incr", "expire", "ttl", ...]

    @COMMAND-08
    Scenario Outline: <command> without a name tells of all of them
      When a client sends <command>
      Then the reply is in any order [["get", 2, anything, 1, 1, 1, ...], ["set", -3, anything, 1, 1, 1, ...], ...]

      Examples:
        | command      |
        | COMMAND      |
        | COMMAND INFO |

    @COMMAND-09
    Scenario: COMMAND DOCS without a name has all of them
      When a client sends COMMAND DOCS
      Then the reply is in any order ["get", "set", "ping", ...]

    @COMMAND-10
    Scenario: COMMAND LIST takes no name
      When a client sends COMMAND LIST "get"
      Then the reply is an error

  Rule: CONFIG GET tells settings by their names
    https://redis.io/docs/latest/commands/config-get/
    redis-benchmark asks for save and appendonly before it begins.

    @CONFIG-01
    Scenario: A setting is its name and its value
      When a client sends CONFIG GET appendonly
      Then the reply is ["appendonly", "no" or "yes"]

    @CONFIG-02
    Scenario: A setting that does not exist is left out
      When a client sends CONFIG GET nosuchsetting
      Then the reply is []

    @CONFIG-03
    Scenario: Several settings can be asked for together
      When a client sends CONFIG GET nosuchsetting appendonly
      Then the reply is ["appendonly", "no" or "yes"]

    @CONFIG-04
    Scenario: In RESP3 settings are a map
      Given a client sends HELLO 3
      When the client sends CONFIG GET appendonly
      Then the reply is {"appendonly": "no" or "yes"}

    @CONFIG-05
    Scenario: An asterisk stands for any characters
      When a client sends CONFIG GET "appendonl*"
      Then the reply is ["appendonly", "no" or "yes"]

    @CONFIG-07
    Scenario: The name of a setting is the same in capitals
      When a client sends CONFIG GET APPENDONLY
      Then the reply is [anything, "no"]

    @CONFIG-06
    Scenario: CONFIG GET without a name is an error
      When a client sends CONFIG GET
      Then the reply is an error

  Rule: Random commands about what clients say about themselves: each reply follows from the commands before it
    https://redis.io/docs/latest/commands/hello/

    @RANDOM-11
    Scenario: Random commands about what clients say about themselves
      When three clients take turns sending up to 600 random commands of the area clients
      Then every reply is one that the rules allow

    @RANDOM-12 @exact
    Scenario: Random commands about what clients say about themselves, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of the area clients
      Then every reply is the one that Redis gives
