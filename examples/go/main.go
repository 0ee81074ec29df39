// A small Redis: a goroutine for each connection, and one map behind a lock.
//
//	go build -o server . && ./server 6379
//
// Bytes become requests in protocol.go, requests become replies in commands.go.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: server PORT")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	keys := newKeyspace()
	for {
		connection, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go talk(connection, keys)
	}
}

// talk serves one request after another, until the client disconnects or breaks the protocol.
func talk(connection net.Conn, keys *keyspace) {
	defer connection.Close()
	out := bufio.NewWriter(connection)
	in := bufio.NewReaderSize(flushingReader{connection, out}, maxLine+1)
	for {
		request, err := readRequest(in)
		if broken, ok := err.(protocolError); ok {
			fmt.Fprintf(out, "-ERR Protocol error: %s\r\n", broken)
			out.Flush()
			return
		}
		if err != nil || isBrowser(request) {
			return
		}
		if len(request) > 0 {
			out.WriteString(execute(keys, request[0], request[1:]))
		}
	}
}

// A flushingReader sends the replies so far before it waits for more. So requests that came in one packet are answered in one
// packet, and no client waits for a reply that is still in a buffer because half of the next request has also come.
type flushingReader struct {
	net.Conn
	out *bufio.Writer
}

func (r flushingReader) Read(buffer []byte) (int, error) {
	if err := r.out.Flush(); err != nil {
		return 0, err
	}
	return r.Conn.Read(buffer)
}

// isBrowser reports whether the client is a browser, sent here by a malicious page. Redis sends it no reply.
func isBrowser(request []string) bool {
	return len(request) > 0 && (strings.EqualFold(request[0], "post") || strings.EqualFold(request[0], "host:"))
}
