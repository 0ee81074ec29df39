@step2
Feature: The types of replies
  Requests and replies are written in RESP, the Redis serialization protocol. The first byte of a reply tells its type:
  `+` a simple string, `-` an error, `:` an integer, `$` a bulk string, `*` an array (not used for replies in steps 1 to 4).
  Each line ends with the two bytes CR and LF, written `\r\n` here. To show all types, this step needs three more commands:
  SET stores a value under a name (its key), GET reads it, and INCR adds one to a number.

  Rule: A simple string is a plus sign and a short text
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-strings

    @REPLY-01
    Scenario: PING is answered with the simple string PONG
      When a client sends PING
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @REPLY-02
    Scenario: SET is answered with the simple string OK
      When a client sends SET "fruit" "apple"
      Then the bytes received are:
        """
        +OK\r\n
        """

  Rule: A bulk string is its length in bytes, then the bytes
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings
    Clients read exactly as many bytes as the length says, then a line end. They take the next byte as the
    beginning of the next reply.

    @REPLY-03
    Scenario: GET is answered with the value as a bulk string
      Given "fruit" holds "apple"
      When a client sends GET "fruit"
      Then the bytes received are:
        """
        $5\r\n
        apple\r\n
        """

    @REPLY-04
    Scenario: A length can have several digits
      Given "greeting" holds "hello, world"
      When a client sends GET "greeting"
      Then the bytes received are:
        """
        $12\r\n
        hello, world\r\n
        """

    @REPLY-05
    Scenario: The empty value is a bulk string of length 0
      Given "nothing" holds ""
      When a client sends GET "nothing"
      Then the bytes received are:
        """
        $0\r\n
        \r\n
        """

    @REPLY-06
    Scenario: PING with a message is answered with a bulk string
      When a client sends PING "hello"
      Then the bytes received are:
        """
        $5\r\n
        hello\r\n
        """

  Rule: A value that does not exist is the null bulk string
    https://redis.io/docs/latest/develop/reference/protocol-spec/#null-bulk-strings
    Null has the length -1 and no bytes, not even the final line end. It is not the same as an empty value.

    @REPLY-07
    Scenario: GET of a key that was never set returns null
      When a client sends GET "nowhere"
      Then the bytes received are:
        """
        $-1\r\n
        """

  Rule: An integer is a colon and a number
    https://redis.io/docs/latest/develop/reference/protocol-spec/#integers

    @REPLY-08
    Scenario: INCR is answered with an integer
      When a client sends INCR "visits"
      Then the bytes received are:
        """
        :1\r\n
        """

  Rule: An error begins with a minus sign
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    Client libraries turn it into an exception. By convention the text begins with a word in capitals, most often ERR.

    @REPLY-09
    Scenario: A command that does not exist is answered with an error
      When a client sends NOSUCHCOMMAND
      Then the reply is an error
