package invite

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// An invitationCase is one invitation with what is to be read from it.
type invitationCase struct {
	name, want, text string
}

// invitationCases reads testdata/invitation: after a line "##### name" come
// lines "field: value", then "-----" and the invitation.
func invitationCases(t testing.TB) []invitationCase {
	t.Helper()
	files, err := filepath.Glob("testdata/invitation/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d files, %v", len(files), err)
	}
	var all []invitationCase
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(b), "##### ")[1:] {
			name, rest, _ := strings.Cut(part, "\n")
			want, text, ok := strings.Cut(rest, "-----\n")
			if !ok {
				t.Fatalf("%s: %s has no text", file, name)
			}
			all = append(all, invitationCase{filepath.Base(file) + ": " + name, want, text})
		}
	}
	return all
}

// invitationReader is a user in London on a Monday of November.
func invitationReader() Reader {
	return Reader{Now: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC), DayFirst: true}
}

func pasted(text string) Pasted {
	return Pasted{Text: text, Me: []string{"alex@home.example"}, MyName: "Alex Winter"}
}

// summed writes an invitation as the cases do.
func summed(in Invitation) string {
	var with []string
	for _, a := range in.With {
		s := a.Name
		if a.Address() != "" {
			s += " <" + a.Address() + ">"
		}
		with = append(with, strings.TrimSpace(s))
	}
	when := ""
	if in.When.Phrase != "" {
		when = described(in.When, nil)
	}
	s := fmt.Sprintf("company: %s\nrole: %s\nwhen: %s\nkind: %s\nplace: %s\nwith: %s\n", in.Company.Value, in.Role.Value, when, in.Kind.Value, in.Place.Value, strings.Join(with, "; "))
	return strings.ReplaceAll(s, ": \n", ":\n")
}

func TestInvitation(t *testing.T) {
	r := invitationReader()
	cases := invitationCases(t)
	for _, c := range cases {
		in := r.Invitation(pasted(c.text))
		if got := summed(in); got != c.want {
			t.Errorf("%s:\ngot\n%swant\n%s", c.name, got, c.want)
		}
		checkPhrases(t, c.name, c.text, in)
	}
	if len(cases) < 40 {
		t.Errorf("got %d invitations, want at least 40", len(cases))
	}
}

// checkPhrases holds that each value comes with words of the invitation.
func checkPhrases(t *testing.T, name, text string, in Invitation) {
	t.Helper()
	plain := strings.Join(strings.Fields(clean(text, len(text))), " ")
	phrases := map[string]Found{"company": in.Company, "role": in.Role, "kind": in.Kind, "place": in.Place, "when": {in.Typed, in.When.Phrase}}
	for _, a := range in.With {
		phrases["with "+a.Name] = Found{a.Name + a.Address(), a.Phrase}
	}
	for what, f := range phrases {
		if (f.Value == "") != (f.Phrase == "") {
			t.Errorf("%s: %s is %q with the phrase %q", name, what, f.Value, f.Phrase)
		}
		for part := range strings.SplitSeq(f.Phrase, " \u2026 ") {
			if !strings.Contains(plain, strings.Join(strings.Fields(part), " ")) {
				t.Errorf("%s: the phrase %q of %s is not in the invitation", name, part, what)
			}
		}
	}
}

// TestWrittenReadsBack holds that the text put into the field When means the
// same as what was read.
func TestWrittenReadsBack(t *testing.T) {
	r := invitationReader()
	for _, c := range invitationCases(t) {
		in := r.Invitation(pasted(c.text))
		if in.When.Phrase == "" {
			continue
		}
		w, err := r.When(in.Typed)
		if err != nil || !w.Start.Equal(in.When.Start) || !w.End.Equal(in.When.End) || w.Date != in.When.Date || len(w.Others) != len(in.When.Others) {
			t.Errorf("%s: %q reads as %s, want %s", c.name, in.Typed, described(w, err), described(in.When, nil))
		}
	}
}

// TestInvitationOfHostileText reads what nobody would send in good faith.
func TestInvitationOfHostileText(t *testing.T) {
	r := invitationReader()
	for name, text := range map[string]string{
		"one word of a megabyte": strings.Repeat("a", 1<<20),
		"no line end":            strings.Repeat("Interview with Dana Ruiz on 24 November 2026 at 15:00, ", 20_000),
		"lines":                  strings.Repeat("\n", 1<<20),
		"numbers":                strings.Repeat("24.11.2026 15:00-16:00 ", 50_000),
		"brackets":               "Interviewers: " + strings.Repeat("(<[", 300_000),
		"headers":                strings.Repeat("From: Dana <d@acme.example>\n", 40_000),
		"names":                  "with " + strings.Repeat("Dana Ruiz, ", 90_000),
		"not a text":             strings.Repeat("\xff\x00\xfe\xc3", 250_000),
		"marks of direction":     strings.Repeat("\u202eecafrus\u2066 \U000e0041", 60_000),
		"combined letters":       "at " + strings.Repeat("Z\u0351\u036b", 200_000),
	} {
		in := r.Invitation(pasted(text))
		for _, f := range []Found{in.Company, in.Role, in.Place, in.Kind, {in.Typed, in.When.Phrase}} {
			if !utf8.ValidString(f.Value+f.Phrase) || len(f.Value) > 700 || len(f.Phrase) > 2*maxLine || strings.Contains(f.Value, "\n") {
				t.Errorf("%s: got %.80q of %d bytes", name, f.Value, len(f.Value))
			}
		}
		if len(in.With) > maxPeople {
			t.Errorf("%s: got %d people, want at most %d", name, len(in.With), maxPeople)
		}
	}
}

func FuzzInvitation(f *testing.F) {
	for _, c := range invitationCases(f) {
		f.Add(c.text)
	}
	r := invitationReader()
	f.Fuzz(func(t *testing.T, text string) {
		in := r.Invitation(pasted(text))
		if in.When.Phrase != "" {
			if _, err := r.When(in.Typed); err != nil {
				t.Errorf("%q is put into the field, but reads as %v", in.Typed, err)
			}
		}
		for _, f := range []Found{in.Company, in.Role, in.Place, in.Kind} {
			if (f.Value == "") != (f.Phrase == "") || !utf8.ValidString(f.Value+f.Phrase) || strings.ContainsAny(f.Value, "\r\n") {
				t.Errorf("got %q with the phrase %q", f.Value, f.Phrase)
			}
		}
		for _, a := range in.With {
			if a.Name == "" && a.Address() == "" || a.Phrase == "" || robot(a.Address()) || a.Address() == "alex@home.example" {
				t.Errorf("got %+v", a)
			}
		}
	})
}

func BenchmarkInvitation(b *testing.B) {
	text := strings.Repeat("Interview with Dana Ruiz at Acme on 24 November 2026 at 15:00, ", 20_000)
	r := invitationReader()
	for b.Loop() {
		r.Invitation(pasted(text))
	}
}
