@step5 @clients
Feature: Commands for client libraries
  redis-cli works with a server that knows six commands. Client libraries need more: before a program can do anything,
  they choose a protocol, a database and a name. These are the commands that they send by default, and the replies that
  they need. RESP3 is the newer version of the protocol. It adds a type for null, maps, and messages that are not replies.

  Rule: HELLO describes the server and chooses the protocol
    https://redis.io/docs/latest/commands/hello/
    Newer servers report more about themselves, so the reply may contain more.

    @HELLO-01
    Scenario: HELLO without arguments describes the server and keeps RESP2
      When a client sends HELLO
      Then the reply is ["server", a text, "version", a text, "proto", 2, "id", an integer, "mode", "standalone", "role", "master", "modules", anything, ...]

    @HELLO-02
    Scenario: HELLO 2 keeps RESP2
      When a client sends HELLO 2
      Then the reply is ["server", a text, "version", a text, "proto", 2, "id", an integer, "mode", "standalone", "role", "master", "modules", anything, ...]

    @HELLO-03
    Scenario: HELLO 3 replies with a RESP3 map
      When a client sends HELLO 3
      Then the reply is {"server": a text, "version": a text, "proto": 3, "id": an integer, "mode": "standalone", "role": "master", "modules": anything, ...}

    @HELLO-04
    Scenario: HELLO without arguments reports the chosen protocol
      Given a client sends HELLO 3
      When the client sends HELLO
      Then the reply is {"proto": 3, "id": an integer, ...}

    @HELLO-05
    Scenario: HELLO works in lower case
      When a client sends hello 3
      Then the reply is {"proto": 3, ...}

    @HELLO-06
    Scenario: HELLO with SETNAME names the connection
      Given a client sends HELLO 2 SETNAME "worker-1"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-1"

    @HELLO-07
    Scenario: HELLO with AUTH accepts the default user, which needs no password
      When a client sends HELLO 3 AUTH "default" "whatever"
      Then the reply is {"proto": 3, ...}

  Rule: HELLO 3 gives null its RESP3 type, and HELLO 2 returns to RESP2
    https://redis.io/docs/latest/develop/reference/protocol-spec/#nulls

    @HELLO-08
    Scenario: After HELLO 3, a missing value is the null of RESP3
      Given a client sends HELLO 3
      When the client sends GET "nothing"
      Then the reply is the null of RESP3

    @HELLO-09
    Scenario: After HELLO 2, a missing value is the null of RESP2
      Given a client sends HELLO 2
      When the client sends GET "nothing"
      Then the reply is null

    @HELLO-10
    Scenario: HELLO 2 after HELLO 3 returns to RESP2
      Given a client sends HELLO 3
      And the client sends HELLO 2
      When the client sends GET "nothing"
      Then the reply is null

    @HELLO-11
    Scenario: Strings, integers and errors look the same in RESP3 as in RESP2
      Given "name" holds "Ada"
      When a client sends HELLO 3
      And the client sends these commands together:
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
    Scenario: HELLO 3 does not change the protocol of another client
      Given a client sends HELLO 3
      When another client sends GET "nothing"
      Then the reply is null

  Rule: A HELLO with an invalid argument is an error and does not change the connection
    https://redis.io/docs/latest/commands/hello/

    @HELLO-13
    Scenario Outline: HELLO <arguments> is an error
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
    Scenario Outline: The error of HELLO <arguments>, word for word
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
    Scenario: A failed HELLO does not change the protocol
      When a client sends HELLO 3 FOO
      And the client sends these commands together:
        | HELLO 4       |
        | GET "nothing" |
      Then the replies are:
        | an error |
        | an error |
        | null     |

  Rule: A connection has an ID and can have a name
    https://redis.io/docs/latest/commands/client-id/

    @CLIENT-01
    Scenario: CLIENT ID replies with an integer
      When a client sends CLIENT ID
      Then the reply is an integer

    @CLIENT-02
    Scenario: CLIENT GETNAME of a connection without a name is null
      When a client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-03
    Scenario: CLIENT SETNAME names the connection
      Given a client sends CLIENT SETNAME "worker-2"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-2"

    @CLIENT-04
    Scenario: CLIENT SETNAME with the empty name removes the name
      Given a client sends CLIENT SETNAME "worker-3"
      And the client sends CLIENT SETNAME ""
      When the client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-05
    Scenario: CLIENT SETNAME does not name another connection
      Given a client sends CLIENT SETNAME "worker-4"
      When another client sends CLIENT GETNAME
      Then the reply is null

    @CLIENT-06 @exact
    Scenario: The error of CLIENT SETNAME with a space, word for word
      Given a client sends CLIENT SETNAME "two words"
      Then the reply is the error "ERR Client names cannot contain spaces, newlines or special characters."

    @CLIENT-07
    Scenario: A failed CLIENT SETNAME keeps the old name
      Given a client sends CLIENT SETNAME "worker-5"
      And the client sends CLIENT SETNAME "two words"
      When the client sends CLIENT GETNAME
      Then the reply is "worker-5"

    @CLIENT-08
    Scenario: After CLIENT SETINFO the connection works, even if the reply is an error
      Redis has CLIENT SETINFO since version 7.2.

      When a client sends these commands together:
        | CLIENT SETINFO "lib-name" "my-library" |
        | CLIENT ID                              |
      Then the replies are:
        | OK or an error |
        | an integer     |

    @CLIENT-09
    Scenario: CLIENT INFO shows the name of the connection
      Given a client sends CLIENT SETNAME "worker-6"
      When the client sends CLIENT INFO
      Then the reply is a text with " name=worker-6 "

    @CLIENT-10
    Scenario Outline: CLIENT INFO shows <what>
      When a client sends CLIENT INFO
      Then the reply is a text with "<text>"

      Examples:
        | what                     | text         |
        | the number               | id=          |
        | the client's address     | addr=        |
        | the database             | db=0         |
        | the last command         | cmd=client   |
        | the protocol             | resp=2       |
        | the user                 | user=default |
        | that there is no MULTI   | multi=-1     |

    @CLIENT-11
    Scenario: CLIENT LIST includes another client
      Given a client sends CLIENT SETNAME "worker-7"
      When another client sends CLIENT LIST
      Then the reply is a text with " name=worker-7 "

    @CLIENT-12
    Scenario: CLIENT LIST omits a client that has disconnected
      Given a client sends CLIENT SETNAME "worker-who-left"
      And the client disconnects
      When another client sends CLIENT LIST
      Then the reply is a text without "worker-who-left"

    @CLIENT-13 @exact
    Scenario Outline: The error of CLIENT <arguments>, word for word
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
    Scenario: CLIENT LIST TYPE normal includes an ordinary client
      Given a client sends CLIENT SETNAME "worker-8"
      When another client sends CLIENT LIST TYPE normal
      Then the reply is a text with " name=worker-8 "

    @CLIENT-15
    Scenario: CLIENT LIST TYPE pubsub includes a subscribed client
      Given a client sends CLIENT SETNAME "listener-1"
      And the client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE pubsub
      Then the reply is a text with " name=listener-1 "

    @CLIENT-16
    Scenario: CLIENT LIST TYPE normal omits a subscribed client
      Given a client sends CLIENT SETNAME "listener-2"
      And the client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE normal
      Then the reply is a text without "listener-2"

    @CLIENT-17
    Scenario: CLIENT LIST ID with an unused ID replies with an empty string
      When a client sends CLIENT LIST ID 1000000000000
      Then the reply is ""

    @CLIENT-18
    Scenario: CLIENT SETNAME accepts ! and ~, the ends of visible ASCII
      Given a client sends CLIENT SETNAME "!~"
      When the client sends CLIENT GETNAME
      Then the reply is "!~"

    @CLIENT-19
    Scenario: CLIENT INFO shows a transaction only while EXEC carries it out
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

    @CLIENT-21
    Scenario: CLIENT LIST shows the flag P for a subscribed client
      Given a client sends SUBSCRIBE "news"
      When another client sends CLIENT LIST TYPE pubsub
      Then the reply is a text with " flags=P "

  Rule: CLIENT REPLY controls which replies the server sends
    https://redis.io/docs/latest/commands/client-reply/
    A client that sends many commands and needs no replies can turn them off. Its commands are still carried out.

    @CLIENT-23
    Scenario: CLIENT REPLY OFF suppresses replies until CLIENT REPLY ON
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
    Scenario: A command after CLIENT REPLY OFF is still carried out
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
    Scenario: CLIENT REPLY SKIP suppresses its own reply and the next one
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
    Scenario: CLIENT REPLY SKIP sent twice still skips only one command's reply
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
    Scenario: CLIENT REPLY SKIP does not turn replies back on
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
    Scenario: RESET turns replies back on
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
    Scenario: SUBSCRIBE is confirmed even after CLIENT REPLY OFF
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
    Scenario: CLIENT REPLY ON replies OK when replies are already on
      When a client sends CLIENT REPLY ON
      Then the reply is OK

    @CLIENT-31 @exact
    Scenario Outline: The error of CLIENT REPLY <arguments>, word for word
      When a client sends CLIENT REPLY <arguments>
      Then the reply is the error "<error>"

      Examples:
        | arguments | error                                                     |
        | MAYBE     | ERR syntax error                                          |
        | ON OFF    | ERR wrong number of arguments for 'client\|reply' command |

  Rule: SELECT chooses a database, and database 0 always exists
    https://redis.io/docs/latest/commands/select/

    @SELECT-01
    Scenario: Database 0 is the default database
      Given "name" holds "Ada"
      And a client sends SELECT 0
      When the client sends GET "name"
      Then the reply is "Ada"

    @SELECT-02
    Scenario Outline: SELECT <number> is an error
      When a client sends SELECT <number>
      Then the reply is an error

      Examples:
        | number |
        | -1     |
        | 100000 |
        | "one"  |

    @SELECT-03 @exact
    Scenario Outline: The error of SELECT <number>, word for word
      When a client sends SELECT <number>
      Then the reply is the error "<error>"

      Examples:
        | number | error                                       |
        | -1     | ERR DB index is out of range                |
        | 100000 | ERR DB index is out of range                |
        | "one"  | ERR value is not an integer or out of range |

    @SELECT-04 @exact
    Scenario: SELECT with a number above 2147483647 is an out-of-range error
      When a client sends SELECT 2147483648
      Then the reply is the error that begins with "ERR value is out of range, value must"

  Rule: ECHO replies with its message
    https://redis.io/docs/latest/commands/echo/

    @ECHO-01
    Scenario Outline: ECHO <message> replies with the same bytes
      When a client sends ECHO <message>
      Then the reply is <message>

      Examples:
        | message           |
        | "hello"           |
        | ""                |
        | "a\x0D\x0Ab\x00c" |
        | 100000 bytes      |

    @ECHO-02
    Scenario Outline: <command> is an error, because ECHO takes one message
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command      |
        | ECHO         |
        | ECHO "a" "b" |

  Rule: QUIT replies OK, then the server closes the connection
    https://redis.io/docs/latest/commands/quit/

    @QUIT-01
    Scenario: QUIT replies OK and closes the connection
      When a client sends QUIT
      Then the reply is OK
      And the connection is closed

    @QUIT-02
    Scenario: A command after QUIT gets no reply
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

  Rule: RESET returns the connection to its initial state
    https://redis.io/docs/latest/commands/reset/

    @RESET-01
    Scenario: RESET replies with the simple string RESET
      When a client sends RESET
      Then the reply is the simple string "RESET"

    @RESET-02
    Scenario: RESET returns to RESP2
      Given a client sends HELLO 3
      And the client sends RESET
      When the client sends GET "nothing"
      Then the reply is null

    @RESET-03
    Scenario: RESET removes the name of the connection
      Given a client sends CLIENT SETNAME "worker-8"
      And the client sends RESET
      When the client sends CLIENT GETNAME
      Then the reply is null

    @RESET-04
    Scenario: After RESET, a subscribed client can send INCR again
      Given a client sends SUBSCRIBE "news"
      And the client sends RESET
      When the client sends INCR "visits"
      Then the reply is the integer 1

  Rule: When no password is set, AUTH succeeds only with the user name default
    https://redis.io/docs/latest/commands/auth/

    @AUTH-01
    Scenario: AUTH with only a password is an error
      When a client sends AUTH "secret"
      Then the reply is an error

    @AUTH-02
    Scenario: AUTH as the default user accepts any password
      When a client sends AUTH "default" "secret"
      Then the reply is OK

    @AUTH-03
    Scenario: AUTH as an unknown user is an error
      When a client sends AUTH "nobody" "secret"
      Then the reply is an error

    @AUTH-04 @exact
    Scenario Outline: The error of AUTH <arguments>, word for word
      When a client sends AUTH <arguments>
      Then the reply is the error "<error>"

      Examples:
        | arguments         | error                                                                                                                        |
        | "secret"          | ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct? |
        | "nobody" "secret" | WRONGPASS invalid username-password pair or user is disabled.                                                                |
        | "a" "b" "c"       | ERR syntax error                                                                                                             |

  Rule: COMMAND describes the commands of the server
    https://redis.io/docs/latest/commands/command/

    @COMMAND-01
    Scenario: COMMAND COUNT is at least six
      When a client sends COMMAND COUNT
      Then the reply is an integer from 6 to 10000

    @COMMAND-02
    Scenario: COMMAND INFO shows a command's name, arity and key positions
      When a client sends COMMAND INFO get
      Then the reply is [["get", 2, anything, 1, 1, 1, ...]]

    @COMMAND-03
    Scenario: COMMAND INFO shows the arity -3 for SET: at least three words
      When a client sends COMMAND INFO set
      Then the reply is [["set", -3, anything, 1, 1, 1, ...]]

    @COMMAND-05
    Scenario: COMMAND DOCS of a command starts with its name
      When a client sends COMMAND DOCS get
      Then the reply is ["get", anything]

    @COMMAND-06
    Scenario: COMMAND DOCS of an unknown command is empty
      When a client sends COMMAND DOCS nosuchcommand
      Then the reply is []

    @COMMAND-07
    Scenario: COMMAND LIST contains the six commands
      When a client sends COMMAND LIST
      Then the reply is in any order ["get", "set", "ping", "incr", "expire", "ttl", ...]

    @COMMAND-08
    Scenario Outline: <command> without a name describes all commands
      When a client sends <command>
      Then the reply is in any order [["get", 2, anything, 1, 1, 1, ...], ["set", -3, anything, 1, 1, 1, ...], ...]

      Examples:
        | command      |
        | COMMAND      |
        | COMMAND INFO |

    @COMMAND-09
    Scenario: COMMAND DOCS without a name describes all commands
      When a client sends COMMAND DOCS
      Then the reply is in any order ["get", "set", "ping", ...]

    @COMMAND-10
    Scenario: COMMAND LIST with a name is an error
      When a client sends COMMAND LIST "get"
      Then the reply is an error

  Rule: CONFIG GET replies with the settings of the given names
    https://redis.io/docs/latest/commands/config-get/
    redis-benchmark requests save and appendonly before it starts.

    @CONFIG-01
    Scenario: CONFIG GET replies with the name and the value of a setting
      When a client sends CONFIG GET appendonly
      Then the reply is ["appendonly", "no" or "yes"]

    @CONFIG-02
    Scenario: CONFIG GET omits a setting that does not exist
      When a client sends CONFIG GET nosuchsetting
      Then the reply is []

    @CONFIG-07
    Scenario: CONFIG GET ignores the case of a setting's name
      When a client sends CONFIG GET APPENDONLY
      Then the reply is [anything, "no"]

    @CONFIG-06
    Scenario: CONFIG GET without a name is an error
      When a client sends CONFIG GET
      Then the reply is an error
