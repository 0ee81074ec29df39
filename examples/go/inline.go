package main

import (
	"strconv"
	"strings"
)

const spaces = " \t\n\v\f\r"

// splitInline reads a line typed by hand: words between spaces, with quotes as in C.
func splitInline(line string) ([]string, error) {
	var words []string
	for line = strings.TrimLeft(line, spaces); line != ""; line = strings.TrimLeft(line, spaces) {
		plain := strings.IndexAny(line+" ", spaces+`"'`)
		word, rest := line[:plain], line[plain:]
		if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
			quoted, after, closed := unquote(rest[0], rest[1:])
			if !closed || after != "" && !strings.ContainsRune(spaces, rune(after[0])) {
				return nil, protocolError("unbalanced quotes in request")
			}
			word, rest = word+quoted, after
		}
		words = append(words, word)
		line = rest
	}
	return words, nil
}

var letters = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'a': '\a'}

// unquote returns the text before the closing quote, and the text after it.
func unquote(quote byte, text string) (quoted, after string, closed bool) {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == quote:
			return out.String(), text[i+1:], true
		case c != '\\' || i+1 == len(text) || quote == '\'' && text[i+1] != '\'':
			out.WriteByte(c)
		default:
			i++
			if code, err := hex(text[i:]); err == nil {
				out.WriteByte(code)
				i += 2
			} else if letter, known := letters[text[i]]; known {
				out.WriteByte(letter)
			} else {
				out.WriteByte(text[i])
			}
		}
	}
	return "", "", false
}

// hex reads x and two digits.
func hex(text string) (byte, error) {
	if len(text) < 3 || text[0] != 'x' {
		return 0, strconv.ErrSyntax
	}
	code, err := strconv.ParseUint(text[1:3], 16, 8)
	return byte(code), err
}
