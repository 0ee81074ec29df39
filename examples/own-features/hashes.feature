Feature: Hashes
  A hash holds values under the names of fields.

  Rule: HSET sets fields and replies with the number of new ones
    https://redis.io/docs/latest/commands/hset/

    @HASH-01
    Scenario: HSET counts only the fields that were not there
      Given a client sends HSET key "ada" "born" "1815" "city" "London"
      When the client sends HSET key "ada" "city" "Paris" "died" "1852"
      Then the reply is the integer 1
      When the client sends HGET key "ada" "city"
      Then the reply is "Paris"

  Rule: HGET replies with the value of a field
    https://redis.io/docs/latest/commands/hget/

    @HASH-02
    Scenario: A missing field is null, and so is any field of a missing hash
      Given a client sends HSET key "ada" "born" "1815"
      When the client sends HGET key "ada" "died"
      Then the reply is null
      When the client sends HGET key "nobody" "born"
      Then the reply is null
