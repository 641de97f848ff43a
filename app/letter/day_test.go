package letter

import (
	"testing"

	"afterword/data"
)

func TestDaysInWords(t *testing.T) {
	today := data.Day{Year: 2026, Month: 11, Day: 24} // a Tuesday
	cases := []struct {
		name      string
		say       func(day, today data.Day, lang string) string
		days      int
		lang, got string
	}{
		{"met today", MetOn, 0, "", "today"},
		{"met yesterday", MetOn, -1, "en", "yesterday"},
		{"met this week", MetOn, -4, "en-US", "on Friday"},
		{"met a week ago", MetOn, -7, "en", "on 17 November"},
		{"met today", MetOn, 0, "de", "heute"},
		{"met yesterday", MetOn, -1, "de", "gestern"},
		{"met this week", MetOn, -4, "de-AT", "am Freitag"},
		{"met a week ago", MetOn, -7, "de", "am 17. November"},
		{"met last year", MetOn, -365, "de", "am 24. November 2025"},
		{"met tomorrow", MetOn, 1, "en", "on 25 November"},
		{"date", DateOn, -1, "en", "on 23 November"},
		{"coming Friday", Coming, 3, "en", "Friday"},
		{"last Friday", Coming, -4, "en", "Friday"},
		{"later", Coming, 10, "en", "4 December"},
		{"over the new year", Coming, 50, "en", "13 January"},
		{"far off", Coming, 250, "en", "1 August 2027"},
		{"later", Coming, 10, "de", "4. Dezember"},
		{"spring", Coming, 100, "de", "4. M\u00e4rz"},
		{"unknown language", MetOn, -4, "tlh", "on Friday"},
	}
	for _, c := range cases {
		if got := c.say(today.Add(c.days), today, c.lang); got != c.got {
			t.Errorf("%s in %q: got %q, want %q", c.name, c.lang, got, c.got)
		}
	}
}

func TestLanguageFor(t *testing.T) {
	cases := []struct {
		wish, want string
		known      bool
	}{{"", "en", true}, {"de-CH", "de", true}, {"en-GB", "en", true}, {"fr", "en", false}, {"??", "en", false}}
	for _, c := range cases {
		if got, known := LanguageFor(c.wish); got != c.want || known != c.known {
			t.Errorf("LanguageFor(%q) = %q, %v, want %q, %v", c.wish, got, known, c.want, c.known)
		}
	}
}
