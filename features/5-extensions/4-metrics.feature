@step5 @metrics
Feature: What a server tells of itself
  INFO is a page of text, made for people and read by programs: a line for each number. The numbers have to be honest.
  Here each is made to move, and has to follow. Scenarios that count to the last one run alone, because every client
  moves them.

  Rule: INFO is a text of sections, with a line for each fact
    https://redis.io/docs/latest/commands/info/

    @INFO-01
    Scenario Outline: INFO has the section <section>
      When a client sends INFO
      Then the reply is a text with "# <section>\r\n"

      Examples:
        | section  |
        | Server   |
        | Clients  |
        | Memory   |
        | Stats    |
        | Keyspace |

    @INFO-02
    Scenario Outline: INFO has the line <line>
      When a client sends INFO
      Then the reply is <text>

      Examples:
        | line                       | text                                                                    |
        | redis_version              | a text with "\x0D\x0Aredis_version:"                                    |
        | redis_mode or server_mode  | a text with "\x0D\x0Aredis_mode:" or a text with "\x0D\x0Aserver_mode:" |
        | process_id                 | a text with "\x0D\x0Aprocess_id:"                                       |
        | tcp_port                   | a text with "\x0D\x0Atcp_port:"                                         |
        | uptime_in_seconds          | a text with "\x0D\x0Auptime_in_seconds:"                                |
        | connected_clients          | a text with "\x0D\x0Aconnected_clients:"                                |
        | used_memory                | a text with "\x0D\x0Aused_memory:"                                      |
        | total_connections_received | a text with "\x0D\x0Atotal_connections_received:"                       |
        | total_commands_processed   | a text with "\x0D\x0Atotal_commands_processed:"                         |
        | instantaneous_ops_per_sec  | a text with "\x0D\x0Ainstantaneous_ops_per_sec:"                        |
        | expired_keys               | a text with "\x0D\x0Aexpired_keys:"                                     |
        | keyspace_hits              | a text with "\x0D\x0Akeyspace_hits:"                                    |
        | keyspace_misses            | a text with "\x0D\x0Akeyspace_misses:"                                  |

    @INFO-03
    Scenario: A section can be asked for by its name
      When a client sends INFO clients
      Then the reply is a text with "# Clients\r\nconnected_clients:"

    @INFO-04
    Scenario: Other sections are then left out
      When a client sends INFO clients
      Then the reply is a text without "redis_version"

    @INFO-05
    Scenario: The name of a section is the same in capitals
      When a client sends INFO STATS
      Then the reply is a text with "total_commands_processed:"

    @INFO-06
    Scenario: Several sections can be asked for
      When a client sends INFO clients memory
      Then the reply is a text with "\r\n\r\n# Memory\r\nused_memory:"

    @INFO-07
    Scenario: An unknown section is empty
      When a client sends INFO nosuchsection
      Then the reply is ""

    @INFO-08
    Scenario Outline: INFO <section> has all of these sections
      When a client sends INFO <section>
      Then the reply is a text with "# Stats\r\n"

      Examples:
        | section    |
        | default    |
        | all        |
        | everything |

    @INFO-09
    Scenario: In RESP3 INFO is a text for people
      Given a client sends HELLO 3
      When the client sends INFO server
      Then the reply is a text with "# Server\r\nredis_version:"

  Rule: Clients are counted
    https://redis.io/docs/latest/commands/info/

    @METRIC-01 @alone
    Scenario: A client that connects is one more
      Given a client remembers "connected_clients" of INFO
      When another client sends PING
      Then "connected_clients" of INFO is exactly 1 higher

    @METRIC-02 @alone
    Scenario: A client that leaves is one less
      Given another client sends PING
      And a client remembers "connected_clients" of INFO
      When the other client hangs up
      Then "connected_clients" of INFO is exactly 1 lower

    @METRIC-03 @alone
    Scenario: The count of all connections never falls
      Given a client remembers "total_connections_received" of INFO
      When 20 clients, one after another, each send PING once
      Then "total_connections_received" of INFO is exactly 20 higher

  Rule: Commands are counted
    https://redis.io/docs/latest/commands/info/

    @METRIC-04
    Scenario: Each command counts
      Given a client remembers "total_commands_processed" of INFO
      When the client sends PING 300 times without reading
      Then the client is answered PONG 300 times
      And "total_commands_processed" of INFO is at least 300 higher

    @METRIC-05 @alone
    Scenario: Each command counts once
      Given a client remembers "total_commands_processed" of INFO
      When the client sends PING 300 times without reading
      Then the client is answered PONG 300 times
      And "total_commands_processed" of INFO is at most 450 higher

    @METRIC-06 @alone
    Scenario: Commands within the last moments show as a rate
      When a client sends PING 4000 times without reading
      Then the client is answered PONG 4000 times
      And "instantaneous_ops_per_sec" of INFO is at least 1

  Rule: A key that is read is a hit or a miss
    https://redis.io/docs/latest/commands/info/

    @METRIC-07 @alone
    Scenario: GET of a key that exists is a hit
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends GET "a"
      Then "keyspace_hits" of INFO is exactly 1 higher

    @METRIC-24 @alone
    Scenario: A hit is no miss
      Given "a" holds "1"
      And a client remembers "keyspace_misses" of INFO
      When the client sends GET "a"
      Then "keyspace_misses" of INFO is unchanged

    @METRIC-08 @alone
    Scenario: GET of a missing key is a miss
      Given a client remembers "keyspace_misses" of INFO
      When the client sends GET "nothing"
      Then "keyspace_misses" of INFO is exactly 1 higher

    @METRIC-09 @alone
    Scenario: MGET counts each of its keys
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends MGET "a" "nothing" "a"
      Then "keyspace_hits" of INFO is exactly 2 higher

    @METRIC-26 @alone
    Scenario: EXISTS counts each of its keys
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends EXISTS "a" "nothing" "a"
      Then "keyspace_hits" of INFO is exactly 2 higher

    @METRIC-10 @alone
    Scenario: SET reads nothing
      Given a client remembers "keyspace_misses" of INFO
      When the client sends SET "a" "1"
      Then "keyspace_misses" of INFO is unchanged

    @METRIC-11 @alone
    Scenario: A key whose lifetime is over is a miss
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client remembers "keyspace_misses" of INFO
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then "keyspace_misses" of INFO is exactly 1 higher

  Rule: Keys that expire are counted
    https://redis.io/docs/latest/commands/info/

    @METRIC-12
    Scenario: A key that ends counts, whether somebody asks for it or not
      Given a client remembers "expired_keys" of INFO
      When the client stores 50 keys that expire in 1 second
      Then "expired_keys" of INFO is at least 50 higher

    @METRIC-13 @alone
    Scenario: A key that ends counts once
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 1 second
      And the client remembers "expired_keys" of INFO
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then "expired_keys" of INFO is exactly 1 higher

    @METRIC-14 @alone
    Scenario: A key that is deleted has not expired
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      And the client remembers "expired_keys" of INFO
      When the client sends DEL "a"
      Then "expired_keys" of INFO is unchanged

  Rule: The keyspace says how many keys there are, and how many of them end
    https://redis.io/docs/latest/commands/info/

    @METRIC-15 @alone
    Scenario: Keys and those with a lifetime
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "b" holds "2"
      When the client sends EXPIRE "b" 100
      Then "db0:keys" of INFO is exactly 2
      And "db0:expires" of INFO is exactly 1

    @METRIC-16 @alone
    Scenario: Without keys there is no such line
      Given a client sends FLUSHALL
      When the client sends INFO keyspace
      Then the reply is "# Keyspace\r\n"

    @METRIC-17 @alone
    Scenario: A key that becomes permanent is no longer one that ends
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      When the client sends SET "a" "2"
      Then "db0:keys" of INFO is exactly 1
      And "db0:expires" of INFO is exactly 0

    @METRIC-25 @alone
    Scenario: FLUSHALL leaves no lifetime behind
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      And the client sends FLUSHALL
      And "b" holds "2"
      When the client sends EXPIRE "b" 100
      Then "db0:keys" of INFO is exactly 1
      And "db0:expires" of INFO is exactly 1

  Rule: Memory and time are told as they are
    https://redis.io/docs/latest/commands/info/

    @METRIC-18 @alone
    Scenario: What is stored takes memory
      Given a client sends FLUSHALL
      And the client remembers "used_memory" of INFO
      When the client sends SET "large" 3000000 bytes
      Then "used_memory" of INFO is at least 3000000 higher

    @METRIC-19 @alone
    Scenario: What is deleted takes none any more
      Given a client sends FLUSHALL
      And the client remembers "used_memory" of INFO
      And the client sends SET "large" 3000000 bytes
      When the client sends DEL "large"
      Then "used_memory" of INFO is at most 2000000 higher

    @METRIC-20
    Scenario: The server grows older
      Given a client remembers "uptime_in_seconds" of INFO
      When the client sends PING
      Then "uptime_in_seconds" of INFO is at least 1 higher

    @METRIC-22
    Scenario: The age is counted in seconds
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client remembers "uptime_in_seconds" of INFO
      When the lifetime of "a" is over
      Then "uptime_in_seconds" of INFO is at most 60 higher

    @METRIC-23 @alone
    Scenario: A server that has just answered is younger than ten thousand days
      When a client sends PING
      Then "uptime_in_days" of INFO is at most 10000

    @METRIC-21 @alone
    Scenario: A server that has just answered is younger than thirty years
      When a client sends PING
      Then "uptime_in_seconds" of INFO is at most 946080000
