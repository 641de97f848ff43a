package app

import (
	"net"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzAnswer: whatever arrives at the socket, only a list of strings is handed
// over, and then it is acknowledged.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{`["a.eml","b.ics"]`, `[]`, `null`, `{"a":1}`, `[1]`, `["\u0000"]`, "", "[", `["a"]["b"]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		ours, theirs := net.Pipe()
		var handed []string
		calls := 0
		done := make(chan struct{})
		go func() {
			defer close(done)
			answer(ours, func(args []string) { handed, calls = args, calls+1 })
		}()
		go func() {
			_, _ = theirs.Write(said) // it may be cut off
			_ = theirs.Close()
		}()
		<-done
		if calls > 1 {
			t.Errorf("%q is handed over %d times", said, calls)
		}
		for _, a := range handed {
			if !utf8.ValidString(a) {
				t.Errorf("%q hands over %q, which is no text", said, a)
			}
		}
	})
}

// FuzzFind: a name is found by all of its own letters, and nothing is found
// twice.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Acme Robotics", "Müller & Söhne", "a\u0301", "İstanbul", "  ", "\xff", "ﬁn\x00x"} {
		f.Add(seed, "acm")
	}
	f.Fuzz(func(t *testing.T, name, sought string) {
		aims := []aim{newAim("a", name, "Designer", nil), newAim("b", "Other", name, nil), newAim("c", "Add an interview", "Ctrl+N", nil)}
		seen := map[string]bool{}
		for _, a := range find(aims, []string{"c"}, sought) {
			if seen[a.id] {
				t.Errorf("%q finds %s twice", sought, a.id)
			}
			seen[a.id] = true
		}
		if strings.ContainsRune(name, 0) || !utf8.ValidString(name) {
			return // the matcher reads up to a NUL
		}
		seen = map[string]bool{}
		for _, a := range find(aims, nil, name) {
			seen[a.id] = true
		}
		if !seen["a"] || !seen["b"] {
			t.Errorf("%q finds %v, want what bears the name and what stands beside it", name, seen)
		}
	})
}
