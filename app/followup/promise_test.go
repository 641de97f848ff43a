package followup

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

type phrase struct {
	Text       string  `json:"text"`
	SaidOn     string  `json:"said_on"`
	PromisedBy *string `json:"promised_by"`
}

func TestPromiseCases(t *testing.T) {
	file := readFile(t, "testdata/schedule.json")
	var want struct {
		Phrases []phrase `json:"promise_phrases"`
	}
	readJSON(t, file, &want)
	out, err := PromiseCases(file)
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ Phrases []phrase }
	readJSON(t, out, &got)
	if len(got.Phrases) != len(want.Phrases) || len(want.Phrases) < 70 {
		t.Fatalf("got %d phrases, want %d", len(got.Phrases), len(want.Phrases))
	}
	for i, w := range want.Phrases {
		if g := got.Phrases[i]; text(g.PromisedBy) != text(w.PromisedBy) || g.Text != w.Text {
			t.Errorf("%q said on %s: got %s, want %s", w.Text, w.SaidOn, text(g.PromisedBy), text(w.PromisedBy))
		}
	}
}

func text(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}

// The finer points of the rules; all said on Tuesday, 17 November 2026.
func TestPromise(t *testing.T) {
	var cases []struct {
		Text string  `json:"text"`
		Want *string `json:"want"`
		Why  string  `json:"why"`
	}
	readJSON(t, readFile(t, "testdata/promises.json"), &cases)
	said := date(t, "2026-11-17").civil()
	for _, c := range cases {
		got := "null"
		if d, ok := Promise(c.Text, said, exampleHolidays(), []int{5, 6}); ok {
			got = d.String()
		}
		if got != text(c.Want) {
			t.Errorf("%q (%s): got %s, want %s", c.Text, c.Why, got, text(c.Want))
		}
	}
	if d, ok := Promise("tomorrow", data.Day{}, nil, nil); ok {
		t.Errorf("said on no day: got %s, want no date", d)
	}
}

func TestPromiseOnOtherDays(t *testing.T) {
	for _, c := range []struct{ text, said, want string }{
		{"by Friday", "2026-11-20", "2026-11-27"},
		{"this week", "2026-11-21", "2026-11-27"},
		{"next week", "2026-11-22", "2026-11-27"},
		{"in a month", "2027-01-31", "2027-02-28"},
		{"next month", "2026-12-05", "2027-01-31"},
		{"after the holidays", "2027-01-05", "2027-01-10"},
		{"late December", "2026-12-31", "2026-12-31"},
		{"Feb 29", "1896-03-01", "1904-02-29"},
	} {
		d, ok := Promise(c.text, date(t, c.said).civil(), exampleHolidays(), []int{5, 6})
		if !ok || d.String() != c.want {
			t.Errorf("%q said on %s: got %s, want %s", c.text, c.said, d, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Mid-December", []string{"mid", "december"}},
		{"New Year's", []string{"new", "year", "s"}},
		{"1.5 or 2,25, then 3.", []string{"1.5", "or", "2.25", "then", "3"}},
		{"4,2026 and 1.5x", []string{"4", "2026", "and", "1", "5x"}},
		{"2 – 3—4 -a", []string{"2", "-", "3", "-", "4", "a"}},
		{"2026-12-04", []string{"2026", "-", "12", "-", "04"}},
		{"10.12.2026", []string{"10.12", "2026"}},
	} {
		if got := words(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPromiseCasesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ file, names string }{
		{`{"promise_phrases":[{"text":"soon","said_on":"2026-02-30"}]}`, "promise_phrases[0]: said_on"},
		{`[`, "read promise cases"},
	} {
		_, err := PromiseCases([]byte(c.file))
		if !errors.Is(err, data.ErrInvalid) || !strings.Contains(err.Error(), c.names) {
			t.Errorf("%s: got error %v, want one that names %s", c.file, err, c.names)
		}
	}
}

func FuzzPromise(f *testing.F) {
	for _, s := range []string{"by Tuesday", "2026-12-04", "a week or two from Friday the 4th", "Dec 4-8, 2026", "1.5 months", "\xff–9"} {
		f.Add(s, 20_774)
	}
	f.Fuzz(func(t *testing.T, text string, said int) {
		on := day(said % 700_000).civil()
		if on.IsZero() || on.Year < 1 {
			return
		}
		d, ok := Promise(text, on, exampleHolidays(), []int{5, 6})
		if ok == d.IsZero() {
			t.Errorf("%q said on %s: got %s and %v, want a date exactly when true", text, on, d, ok)
		}
		if ok && exact(d.Year, d.Month, d.Day) == none {
			t.Errorf("%q said on %s: got %s, which does not exist", text, on, d)
		}
		if again, _ := Promise(strings.ToUpper(strings.ToLower(text)), on, exampleHolidays(), []int{5, 6}); again != d && isASCII(text) {
			t.Errorf("%q in capitals: got %s, want %s", text, again, d)
		}
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}
