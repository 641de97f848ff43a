package screen

import (
	"testing"

	"afterword/assets"
)

// TestTypedTimesReadBack: what a field says of a time is in the user's language,
// and is read as what it was; what cannot be stays in English.
func TestTypedTimesReadBack(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	s := newStage(t)
	for _, c := range []struct{ language, text, want string }{
		{"en", "Wed 14 Oct 2026 16:00-17:00", "Wed 14 Oct 2026 16:00-17:00"},
		{"de", "Wed 14 Oct 2026 16:00-17:00", "Mi., 14. Okt. 2026 16:00-17:00"},
		{"fr", "Wed 14 Oct 2026 16:00-17:00", "mer. 14 oct. 2026 16:00-17:00"},
		{"fr", "Tue 01 Dec 2026 09:00 America/New_York", "mar. 1er d\u00e9c. 2026 09:00 America/New_York"},
		{"fr", "Sun 01 Mar 2026", "dim. 1er mars 2026"},
		{"fr", "Wed 14 Oct 2026 16:00 UTC-05:00", "mer. 14 oct. 2026 16:00 UTC-05:00"},
		{"fr", "today at 3", "today at 3"},
		{"fr", "", ""},
	} {
		assets.SetLanguage(c.language)
		if got := s.whenLocal(c.text); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.language, c.text, got, c.want)
		}
	}
}
