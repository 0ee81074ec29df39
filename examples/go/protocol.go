package main

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

const (
	maxLine      = 64 * 1024
	maxBulk      = 512 * 1024 * 1024
	maxArguments = 1<<31 - 1
)

// A protocolError is sent to the client, and then the connection ends.
type protocolError string

func (e protocolError) Error() string { return string(e) }

// readRequest returns the next request; an empty one needs no reply. A Go string is just bytes, so it holds any key.
func readRequest(in *bufio.Reader) ([]string, error) {
	line, err := readLine(in, "too big inline request")
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(line, "*") {
		return splitInline(line)
	}
	count, ok := integer(line[1:])
	if !ok || count > maxArguments {
		return nil, protocolError("invalid multibulk length")
	}
	var arguments []string // It grows with what arrives: a client can announce two thousand million arguments.
	for ; count > 0; count-- {
		argument, err := readArgument(in)
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, argument)
	}
	return arguments, nil
}

func readArgument(in *bufio.Reader) (string, error) {
	header, err := readLine(in, "too big bulk count string")
	if err != nil {
		return "", err
	}
	if !strings.HasPrefix(header, "$") {
		return "", protocolError("expected '$', got '" + (header + " ")[:1] + "'")
	}
	length, ok := integer(header[1:])
	if !ok || length < 0 || length > maxBulk {
		return "", protocolError("invalid bulk length")
	}
	var payload strings.Builder // It grows with what arrives, too.
	if _, err := io.CopyN(&payload, in, length); err != nil {
		return "", err
	}
	// The two bytes after it are skipped, whatever they are: Redis doesn't check them.
	_, err = in.Discard(2)
	return payload.String(), err
}

// readLine reads up to a line feed, with or without a carriage return before it.
func readLine(in *bufio.Reader, complaint protocolError) (string, error) {
	line, err := in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		if line[0] == '*' {
			complaint = "too big mbulk count string"
		}
		return "", complaint
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r"), err
}

// integer accepts only what Redis itself would write: no "+5", no "05", no spaces.
func integer(text string) (int64, bool) {
	number, err := strconv.ParseInt(text, 10, 64)
	return number, err == nil && strconv.FormatInt(number, 10) == text
}
