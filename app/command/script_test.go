package command

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterword/app/profile"
)

var update = flag.Bool("update", false, "rewrite testdata/*.txt with what the commands answer")

// A script is a home in which the lines of a file are called one after another:
//
//	@ 2026-11-17T09:30:00+01:00     the time from here on
//	< text                          a line of standard input of the next call
//	$ list --json                   a call; what it answers follows
//
// The answer is what was printed, JSON set out in lines; or "exit N" and what
// standard error says. IDs are numbered in the order in which they turn up.
type script struct {
	*testing.T
	home, now, in string
	ids           []string
	answer        strings.Builder
}

// TestScripts holds what every command prints, name for name and null for null.
func TestScripts(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			s := &script{T: t, home: filepath.Join(t.TempDir(), "home"), now: "2026-11-17T09:30:00+01:00"}
			for line := range strings.Lines(string(want)) {
				s.line(strings.TrimRight(line, "\n"))
			}
			got := s.answer.String()
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			compare(t, got, string(want))
		})
	}
}

func (s *script) line(line string) {
	mark, rest, _ := strings.Cut(line, " ")
	switch mark {
	case "#":
		s.answer.WriteString("\n" + line + "\n")
	case "@":
		s.now = rest
		s.answer.WriteString(line + "\n")
	case "<":
		s.in += rest + "\n"
		s.answer.WriteString(line + "\n")
	case "$":
		s.answer.WriteString(line + "\n" + s.call(rest))
	}
}

func (s *script) call(line string) string {
	words := split(line)
	for i := range words {
		for n, id := range slices.Backward(s.ids) {
			words[i] = strings.ReplaceAll(words[i], number(n), id)
		}
	}
	before := s.disk()
	var out, errs bytes.Buffer
	code := Main(append([]string{"--home", s.home, "--now", s.now, "--clock", "still", "--tz", "Europe/Berlin"}, words...),
		strings.NewReader(s.in), &out, &errs, Build{"1.0", "c0ffee"}, func(*profile.Profile, Window) error { return nil })
	s.in = ""
	if code != 0 {
		if out.Len() > 0 {
			s.Errorf("%s printed %q and failed, want nothing", line, out.String())
		}
		if len(before) > 0 && !bytes.Equal(before, s.disk()) {
			s.Errorf("%s failed and wrote into the database, want it as it was", line)
		}
		return fmt.Sprintf("exit %d\n%s", code, s.numbered(errs.String()))
	}
	if errs.Len() > 0 {
		s.Errorf("%s said %q on standard error, want nothing", line, errs.String())
	}
	text := out.String()
	if slices.Contains(words, "--json") {
		var lines bytes.Buffer
		if err := json.Indent(&lines, out.Bytes(), "", " "); err != nil {
			s.Errorf("%s: %v in %s, want one JSON document", line, err, text)
		}
		text = lines.String()
	}
	return s.numbered(text)
}

// disk is the database as it lies there, nothing before the first call.
func (s *script) disk() []byte {
	b, err := os.ReadFile(filepath.Join(s.home, "afterword.db"))
	if err != nil && !os.IsNotExist(err) {
		s.Fatal(err)
	}
	return b
}

var idShape = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

func (s *script) numbered(text string) string {
	return idShape.ReplaceAllStringFunc(text, func(id string) string {
		n := slices.Index(s.ids, id)
		if n < 0 {
			n = len(s.ids)
			s.ids = append(s.ids, id)
		}
		return number(n)
	})
}

func number(n int) string { return fmt.Sprintf("#%d", n+1) }

// split takes a line apart at spaces, except within double quotes.
func split(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 0 {
			words = append(words, strings.Fields(part)...)
		} else {
			words = append(words, part)
		}
	}
	return words
}

// compare reports the first line in which two texts differ.
func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			t.Fatalf("line %d: got nothing, want %q", i+1, w[i])
		case i >= len(w):
			t.Fatalf("line %d: got %q, want nothing", i+1, g[i])
		case g[i] != w[i]:
			t.Fatalf("line %d: got %q, want %q", i+1, g[i], w[i])
		}
	}
}
