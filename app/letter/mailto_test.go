package letter

import (
	"net/url"
	"strings"
	"testing"
)

// rfc6068 reads a mailto address as the standard says, byte by byte, and no "+"
// is a blank.
const rfc6068 = `import sys, json, urllib.parse as u
s = sys.stdin.read()
assert s.isascii() and s.startswith("mailto:") and " " not in s, s
path, _, query = s[7:].partition("?")
q = lambda t: u.unquote(t, encoding="utf-8", errors="strict")
fields = {}
for f in filter(None, query.split("&")):
    name, _, value = f.partition("=")
    assert name.lower() not in fields, name
    fields[name.lower()] = q(value)
print(json.dumps(dict(To=[q(a) for a in path.split(",") if a], Subject=fields.pop("subject", ""), Body=fields.pop("body", ""), Answers=fields.pop("in-reply-to", ""), Rest=sorted(fields))))`

type mailtoParts struct {
	To                     []string
	Subject, Body, Answers string
	Rest                   []string
}

// TestMailtoParsed reads what we write with another language's parser and with
// net/url.
func TestMailtoParsed(t *testing.T) {
	for _, c := range []struct{ name, to, subject, body, answers, wantTo string }{
		{"name and address", `"Ruiz, Dana" <dana@acme.example>`, "Thank you", "Hi Dana,\n\nA & B = 100% + 1?\n", "", "dana@acme.example"},
		{"not ASCII", "Jörg <jörg@bücher.example>", "Grüße – 🙂", "Straße\r\nÜber\rEnde", "", "jörg@xn--bcher-kva.example"},
		{"two", "a+b@acme.example, lee@acme.example", "x", "", "", "a+b@acme.example lee@acme.example"},
		{"hostile", "a?cc=eve@evil.example", "one\ntwo&bcc=eve@evil.example", "x&cc=eve#", "", "a?cc=eve@evil.example"},
		{"answer", "dana@acme.example", "Re: Hello", "Yes", "x+1&y=2@acme.example", "dana@acme.example"},
		{"long", "dana@acme.example", "Long", strings.Repeat("ä ", 5000), "", "dana@acme.example"},
		{"broken UTF-8", "dana@acme.example", "\xff", "\xc3(", "", "dana@acme.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := MailtoAnswer(c.to, c.subject, c.body, c.answers)
			if u, err := url.Parse(address); err != nil || u.Scheme != "mailto" {
				t.Errorf("net/url reads %q as %v, %v", address, u, err)
			}
			var got mailtoParts
			runPython(t, rfc6068, []byte(address), &got)
			answers := ""
			if c.answers != "" {
				answers = "<" + c.answers + ">"
			}
			body := strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(c.body, "?"), "\r\n", "\n"), "\r", "\n")
			if strings.Join(got.To, " ") != c.wantTo || got.Subject != oneLine(c.subject) || got.Body != strings.ReplaceAll(body, "\n", "\r\n") || got.Answers != answers || len(got.Rest) > 0 {
				t.Errorf("%q is read as %+v", address, got)
			}
		})
	}
}

// FuzzMailto holds that whatever is typed there are one subject and one body, and
// what was typed comes back.
func FuzzMailto(f *testing.F) {
	f.Add("dana@acme.example", "Thank you", "Hi\n")
	f.Add("a@b?x,c", "&body=", "%0A+")
	f.Fuzz(func(t *testing.T, to, subject, body string) {
		u, err := url.Parse(Mailto(to, subject, body))
		if err != nil {
			t.Fatal(err)
		}
		q, err := url.ParseQuery(u.RawQuery)
		if err != nil || len(q["body"]) > 1 || len(q["subject"]) > 1 || len(q) > 2 {
			t.Fatalf("%v, %v", q, err)
		}
		if got := q.Get("subject"); got != oneLine(subject) {
			t.Errorf("subject %q, want %q", got, oneLine(subject))
		}
	})
}
