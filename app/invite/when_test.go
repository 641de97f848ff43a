package invite

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterword/data"
)

type whenGroup struct {
	Name, Now, Zone, Employer string
	DayFirst                  bool `json:"day_first"`
	Past                      bool // what was, is asked for
	Cases                     []struct{ Text, Want string }
}

func (g whenGroup) reader(t testing.TB) Reader {
	t.Helper()
	now, err := time.Parse(time.RFC3339, g.Now)
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Now: now, DayFirst: g.DayFirst, Past: g.Past}
	if r.Zone, err = time.LoadLocation(g.Zone); err != nil {
		t.Fatal(err)
	}
	if g.Employer != "" {
		if r.Employer, err = time.LoadLocation(g.Employer); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func readGroups(t testing.TB) []whenGroup {
	t.Helper()
	var groups []whenGroup
	readJSON(t, "testdata/when.json", &groups)
	return groups
}

func readJSON(t testing.TB, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// described writes a reading as the cases do: "start/end in Zone or other", or
// "! why words".
func described(w When, err error) string {
	var u *Unread
	if errors.As(err, &u) {
		return strings.TrimSpace("! " + string(u.Why) + " " + u.Words)
	}
	s := w.Date.String()
	if !w.Start.IsZero() {
		s += w.Start.Format(time.RFC3339)
	}
	if !w.End.IsZero() {
		s += "/" + w.End.Format(time.RFC3339)
	}
	if w.Zone != "" {
		s += " in " + w.Zone
	}
	for _, o := range w.Others {
		s += " or " + described(o, nil)
	}
	return s
}

func TestWhen(t *testing.T) {
	count := 0
	for _, g := range readGroups(t) {
		r := g.reader(t)
		for _, c := range g.Cases {
			count++
			w, err := r.When(c.Text)
			if got := described(w, err); got != c.Want {
				t.Errorf("%s: When(%q) = %s, want %s", g.Name, c.Text, got, c.Want)
			}
			if err != nil && (!errors.Is(err, data.ErrInvalid) || err.Error() == "") {
				t.Errorf("When(%q): got error %v, want one that is %v", c.Text, err, data.ErrInvalid)
			}
			if err == nil && w.Phrase != strings.TrimSpace(c.Text) {
				t.Errorf("When(%q): got phrase %q", c.Text, w.Phrase)
			}
		}
	}
	if count < 120 {
		t.Errorf("got %d cases, want at least 120", count)
	}
}

// TestWhenInOtherWindows: English is read in the windows of other languages too.
func TestWhenInOtherWindows(t *testing.T) {
	for _, language := range []string{"de", "fr", "es"} {
		for _, g := range readGroups(t) {
			r := g.reader(t)
			r.Language = language
			for _, c := range g.Cases {
				w, err := r.When(c.Text)
				got := described(w, err)
				if got != c.Want {
					t.Errorf("%s: When(%q) = %s, want %s", language, c.Text, got, c.Want)
				}
			}
		}
	}
}

func TestWhenWithoutZone(t *testing.T) {
	r := Reader{Now: time.Date(2026, time.November, 23, 13, 0, 0, 0, time.UTC)}
	w, err := r.When("tomorrow 3pm")
	if got, want := described(w, err), "2026-11-24T15:00:00Z"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestUnreadSentences(t *testing.T) {
	cases := []struct {
		u    Unread
		want string
	}{
		{Unread{Why: WhyEmpty}, "no day or time yet, such as tomorrow 3pm or 24 Nov 15:00"},
		{Unread{"with Dana", WhyUnknown}, `the words "with Dana" are not a day or a time`},
		{Unread{"4pm", WhyTwice}, `"4pm" says it a second time`},
		{Unread{"30 feb", WhyNoDay}, `"30 feb" is not a day of the calendar`},
		{Unread{"25:00", WhyNoTime}, `"25:00" is not a time of day`},
		{Unread{"mon", WhyWeekday}, "the date is not a Monday"},
		{Unread{"afternoon", WhyPart}, `"afternoon" needs an hour, such as 3pm`},
		{Unread{"14:00", WhyEnd}, "the end, 14:00, is not after the start"},
		{Unread{"10.11", WhyAmbiguous}, `"10.11" may be a day or a time: write 10 Nov or 10:11`},
		{Unread{Why: WhyLong}, "that is longer than a day and a time"},
	}
	for _, c := range cases {
		if got := c.u.Error(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.u.Why, got, c.want)
		}
	}
}

func FuzzWhen(f *testing.F) {
	groups := readGroups(f)
	for _, g := range groups {
		for _, c := range g.Cases {
			f.Add(c.Text)
		}
	}
	for _, text := range []string{"mar. 3 mars 15 h 30", "d'ici la fin de la semaine prochaine", "ma\u00f1ana a las 3 de la tarde", "el pr\u00f3ximo viernes", "\u00fcbermorgen 9 Uhr"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := groups[0].reader(t)
		r.Language = []string{"en", "de", "fr", "es"}[len(text)%4]
		r.Past = len(text)%8 > 3
		w, err := r.When(text)
		if err != nil {
			if !errors.Is(err, data.ErrInvalid) {
				t.Errorf("When(%q): got error %v, want one that is %v", text, err, data.ErrInvalid)
			}
			return
		}
		for _, one := range append([]When{w}, w.Others...) {
			if one.Start.IsZero() == one.Date.IsZero() {
				t.Errorf("When(%q) = %+v, want a start or a day", text, one)
			}
			if !one.End.IsZero() && !one.End.After(one.Start) {
				t.Errorf("When(%q): got end %v, want it after %v", text, one.End, one.Start)
			}
		}
	})
}

func BenchmarkWhen(b *testing.B) {
	r := readGroups(b)[0].reader(b)
	for b.Loop() {
		if _, err := r.When("Tuesday, November 24, 2026 at 3:00 PM ET"); err != nil {
			b.Fatal(err)
		}
	}
}
