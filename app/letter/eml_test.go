package letter

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"afterword/data"
)

// paragraph is one paragraph that no line of a mail can hold.
var paragraph = strings.Repeat("Ich freue mich über die Möglichkeit, an Ihrer Straße zu arbeiten – ", 40) + "Grüße 🙂"

func thanks() Mail {
	return Mail{
		FromName: "Robin Sørensen, PhD", From: "robin@example.net", To: `"Ruiz, Dana" <dana@bücher.example>`,
		Subject: "Danke für das Gespräch über die Straßenplanung und alles, was sonst noch zur Sprache kam am Dienstag",
		Body:    "Hi Dana,\n\n" + paragraph + "\n\n.\nFrom here on\n-- \nRobin\n", MessageID: "1.abc@example.net", InReplyTo: "answer@acme.example",
		References: []string{"first@example.net"}, Date: time.Date(2026, 11, 24, 9, 0, 0, 0, time.FixedZone("", 3600)),
	}
}

// reread is what a parser makes of a mail.
type reread struct {
	Subject, From, To, MessageID, InReplyTo, References, Date, Body, Unsent string
}

func wanted(m Mail) reread {
	return reread{
		Subject: m.Subject, From: `"Robin Sørensen, PhD" robin@example.net`, To: `"Ruiz, Dana" dana@xn--bcher-kva.example`, MessageID: "<1.abc@example.net>",
		InReplyTo: "<answer@acme.example>", References: "<first@example.net> <answer@acme.example>", Date: "2026-11-24T09:00:00+01:00", Body: m.Body,
	}
}

// TestEml reads a mail with three parsers that share nothing.
func TestEml(t *testing.T) {
	m := thanks()
	raw, err := Eml(m)
	if err != nil {
		t.Fatal(err)
	}
	shape(t, raw)
	for name, parse := range map[string]func(*testing.T, []byte) reread{"net/mail": byGo, "enmime": byEnmime, "python": byPython} {
		t.Run(name, func(t *testing.T) {
			if got, want := parse(t, raw), wanted(m); got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
	m.Draft = true
	if raw, err = Eml(m); err != nil || !bytes.Contains(raw, []byte("X-Unsent: 1\r\n")) {
		t.Errorf("a draft: %v, got\n%s\nwant X-Unsent", err, raw)
	}
}

// shape holds what RFC 5322 2.1 asks of every line.
func shape(t *testing.T, raw []byte) {
	t.Helper()
	for line := range strings.SplitSeq(string(raw), "\r\n") {
		if len(line) > 78 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line %q: want at most 78 bytes and CRLF alone", line)
		}
		for i := range len(line) {
			if line[i] > '~' || line[i] < ' ' && line[i] != '\t' {
				t.Errorf("line %q: want ASCII", line)
			}
		}
	}
}

func byGo(t *testing.T, raw []byte) reread {
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	word := new(mime.WordDecoder)
	subject, err := word.DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Error(err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Error(err)
	}
	date, err := m.Header.Date()
	if err != nil {
		t.Error(err)
	}
	address := func(field string) string {
		list, err := m.Header.AddressList(field)
		if err != nil || len(list) != 1 {
			t.Errorf("%s: %v, %v, want one", field, list, err)
			return ""
		}
		return `"` + list[0].Name + `" ` + list[0].Address
	}
	return reread{
		Subject: subject, From: address("From"), To: address("To"), MessageID: m.Header.Get("Message-ID"), InReplyTo: m.Header.Get("In-Reply-To"),
		References: m.Header.Get("References"), Date: date.Format(time.RFC3339), Body: strings.ReplaceAll(string(body), "\r\n", "\n"), Unsent: m.Header.Get("X-Unsent"),
	}
}

func byEnmime(t *testing.T, raw []byte) reread {
	e, err := enmime.ReadEnvelope(bytes.NewReader(raw))
	if err != nil || len(e.Errors) > 0 {
		t.Fatal(err, e.Errors)
	}
	date, err := e.Date()
	if err != nil {
		t.Error(err)
	}
	address := func(field string) string {
		list, err := e.AddressList(field)
		if err != nil || len(list) != 1 {
			t.Errorf("%s: %v, %v, want one", field, list, err)
			return ""
		}
		return `"` + list[0].Name + `" ` + list[0].Address
	}
	return reread{
		Subject: e.GetHeader("Subject"), From: address("From"), To: address("To"), MessageID: e.GetHeader("Message-ID"), InReplyTo: e.GetHeader("In-Reply-To"),
		References: e.GetHeader("References"), Date: date.Format(time.RFC3339), Body: strings.ReplaceAll(e.Text, "\r\n", "\n"), Unsent: e.GetHeader("X-Unsent"),
	}
}

// python reads a mail with the standard library of another language.
const python = `import sys, json, email, email.policy
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
assert not m.defects, m.defects
a = lambda f: '"%s" %s' % (m[f].addresses[0].display_name, m[f].addresses[0].addr_spec)
print(json.dumps(dict(Subject=m["Subject"], From=a("From"), To=a("To"), MessageID=m["Message-ID"].strip(), InReplyTo=m["In-Reply-To"].strip(),
    References=" ".join(m["References"].split()), Date=m["Date"].datetime.isoformat(), Body=m.get_content().replace("\r\n", "\n"), Unsent=m["X-Unsent"] or "")))`

func byPython(t *testing.T, raw []byte) reread {
	var got reread
	runPython(t, python, raw, &got)
	return got
}

// runPython runs a script that reads from its input and writes JSON. Where there
// is no Python the test is left out: the other parsers remain.
func runPython(t *testing.T, script string, input []byte, into any) {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here")
	}
	cmd := exec.CommandContext(t.Context(), path, "-c", script)
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("python: %s", failed.Stderr)
		}
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatalf("python wrote %s: %v", out, err)
	}
}

// TestEmlPlain: a short letter in ASCII can be read as it is.
func TestEmlPlain(t *testing.T) {
	raw, err := Eml(Mail{From: "robin@example.net", To: "dana@acme.example", Subject: "Thank you", Body: "Hi Dana,\r\n\r\nThank you.\r\n", MessageID: "1@example.net", Date: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)})
	if err != nil || !strings.HasSuffix(string(raw), "\r\n\r\nHi Dana,\r\n\r\nThank you.\r\n") || strings.Contains(string(raw), "quoted") || strings.Contains(string(raw), "In-Reply-To") {
		t.Errorf("got %v\n%s\nwant the words as they are, and no thread", err, raw)
	}
}

// TestEmlHostile: nothing that stands in a field begins another one.
func TestEmlHostile(t *testing.T) {
	m := thanks()
	m.Subject, m.FromName, m.MessageID = "Hello\r\nBcc: eve@evil.example\r\n\r\nbody", "Robin\nBcc: eve@evil.example", "1@example.net"
	m.InReplyTo, m.References = "x@y>\r\nBcc: <eve@evil.example", []string{"a b@c", "sha256:abc"}
	raw, err := Eml(m)
	if err != nil {
		t.Fatal(err)
	}
	got, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil || got.Header.Get("Bcc") != "" || got.Header.Get("References") != "" || got.Header.Get("In-Reply-To") != "" {
		t.Errorf("got %v\n%s\nwant no Bcc and no thread", err, raw)
	}
	m.To = "nobody"
	if _, err := Eml(m); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("to %q: got %v, want an invalid address", m.To, err)
	}
}

func TestReferences(t *testing.T) {
	var many []string
	for i := range 50 {
		many = append(many, strings.Repeat("x", i+1)+"@acme.example")
	}
	refs := references(Mail{References: many, InReplyTo: "last@acme.example"})
	if len(refs) != 20 || refs[0] != "x@acme.example" || refs[19] != "last@acme.example" {
		t.Errorf("got %d from %s to %s, want 20 with the first and the last", len(refs), refs[0], refs[len(refs)-1])
	}
	if refs := references(Mail{References: []string{"a@b", "c@d"}, InReplyTo: "c@d"}); len(refs) != 2 {
		t.Errorf("got %v, want each once", refs)
	}
}

// FuzzEml holds that whatever is typed, the mail has the fields we gave it and no
// others, and the words that were typed.
func FuzzEml(f *testing.F) {
	f.Add("Robin", "Thank you", "Hi Dana,\n\nThank you.\n", "a@b")
	f.Add("=?utf-8?q?x?=", "Re: \r\n\r\n", "..\n.\n\x00\xff", "<a@b>")
	f.Fuzz(func(t *testing.T, name, subject, body, answers string) {
		raw, err := Eml(Mail{FromName: name, From: "robin@example.net", To: "dana@acme.example", Subject: subject, Body: body, MessageID: "1@example.net", InReplyTo: answers})
		if err != nil {
			t.Skip()
		}
		m, err := netmail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%v of %q", err, raw)
		}
		for field := range m.Header {
			if !strings.Contains("|Date|From|To|Subject|Message-Id|In-Reply-To|References|Mime-Version|Content-Type|Content-Transfer-Encoding|", "|"+field+"|") {
				t.Errorf("%q has the field %s", raw, field)
			}
		}
		var r io.Reader = m.Body
		if m.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
			r = quotedprintable.NewReader(m.Body)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != lines(body) {
			t.Errorf("got %q, %v, want %q", got, err, lines(body))
		}
	})
}
