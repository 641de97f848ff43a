package desk

import (
	"strings"
	"testing"
	"time"

	"afterword/app/followup"
	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
)

// TestHintsAreRead: what the window gives as an example of a day or a time can be
// typed just so, in every language.
func TestHintsAreRead(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	said := data.Day{Year: 2026, Month: time.November, Day: 26}
	for _, tag := range assets.Languages() {
		assets.SetLanguage(tag)
		r := invite.Reader{Now: said.At(13*60, time.UTC), Zone: time.UTC, DayFirst: true, Language: tag}
		for _, hint := range []string{
			assets.L("tomorrow 3pm, 24 Nov 15:00"), assets.L("yesterday, 24 Nov 15:00"), assets.L("yesterday 5pm, Friday"),
			assets.L("next Tuesday, 4 Dec"), assets.L("4 Dec"),
		} {
			for text := range strings.SplitSeq(hint, ", ") {
				if _, err := r.When(text); err != nil {
					t.Errorf("%s: When(%q): %v", tag, text, err)
				}
			}
		}
		now, or, _ := strings.Cut(assets.L("now, or yesterday 5pm"), ",")
		_, yesterday, _ := strings.Cut(strings.TrimSpace(or), " ") // behind the word for "or"
		for _, text := range []string{now, yesterday} {
			if _, err := r.When(text); err != nil {
				t.Errorf("%s: When(%q): %v", tag, text, err)
			}
		}
		for hint, want := range map[string]int{
			assets.L("by Friday, 4 Dec"): 4, assets.L("by the end of next week, 4 Dec"): 4, assets.L("by the end of next week"): 4, assets.L("4 Dec"): 4,
		} {
			got, ok := followup.Promise(invite.English(hint, tag), said, nil, []int{5, 6})
			if !ok || got != (data.Day{Year: 2026, Month: time.December, Day: want}) {
				t.Errorf("%s: Promise(%q) = %v, %v, want %d December", tag, hint, got, ok, want)
			}
		}
	}
}
