package mailbox

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// letterBox is what a submission server says to a whole letter, a NUL where it
// waits for the next line.
const letterBox = "220 ready\r\n\x00250-mx\r\n250-AUTH PLAIN LOGIN\r\n250 SMTPUTF8\r\n\x00235 in\r\n\x00250 OK\r\n\x00250 OK\r\n\x00354 go on\r\n\x00\x00\x00\x00250 taken\r\n\x00221 bye\r\n"

// FuzzSubmit lets a submission server say anything to a letter: it ends, and no
// letter is sent that nobody took.
func FuzzSubmit(f *testing.F) {
	for _, s := range []string{letterBox, "220\r\n\x00250-\r\n250 STARTTLS\r\n", "220 x\r\n\x00250 AUTH XOAUTH2\r\n\x00334 eyJ9\r\n\x00535 5.7.8 no\r\n", "554 5.7.1 go away\r\n", "220-" + strings.Repeat("x", 5000), strings.Replace(letterBox, "250 taken", "451 4.3.0 later", 1)} {
		f.Add([]byte(s))
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { l.Close() })
	f.Fuzz(func(t *testing.T, said []byte) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			if c, err := l.Accept(); err == nil {
				speak(c, said)
			}
		}()
		by := data.Submission{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, Security: data.SecurityNone, User: "robin"}
		a := Account{Password: "secret", Limits: Limits{Silence: time.Second}}
		err := Submit(t.Context(), by, a, "robin@example.net", []string{"dana@acme.example"}, []byte("Subject: Hello\r\n\r\nHello\r\n"))
		<-done
		if err == nil && (!strings.Contains(string(said), "354") || strings.Count(string(said), "2") < 5) {
			t.Errorf("%q took the letter", said)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%v tells the password", err)
		}
	})
}

// FuzzSubmissionTLS lets a submission server say anything before TLS: what it said
// is forgotten.
func FuzzSubmissionTLS(f *testing.F) {
	for _, s := range []string{"220 x\r\n\x00250-mx\r\n250 STARTTLS\r\n\x00220 go\r\n", "220 x\r\n\x00250 mx\r\n", "220 x\r\n\x00250 STARTTLS\r\n\x00454 no\r\n", "220 x\r\n\x00250 STARTTLS\r\n\x00220 go\r\n250 injected\r\n", "22"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		ours, theirs := net.Pipe()
		defer ours.Close()
		go speak(theirs, said)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second) // a pipe holds nothing: both may write
		defer cancel()
		greeting, err := submissionTLS(ctx, ours)
		if err == nil && (string(greeting) != "220 ready\r\n" || !strings.Contains(strings.ToUpper(string(said)), "STARTTLS")) {
			t.Errorf("%q passes as %q", said, greeting)
		}
		if err != nil && errors.Is(err, data.ErrUnsure) {
			t.Errorf("%v speaks of a letter", err)
		}
	})
}
