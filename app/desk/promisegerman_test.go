package desk

import (
	"testing"
	"time"

	"afterword/app/followup"
	"afterword/app/invite"
	"afterword/data"
)

// TestGermanPromises: what was said about the date may be typed in German.
func TestGermanPromises(t *testing.T) {
	said := data.Day{Year: 2026, Month: time.November, Day: 26}
	for text, want := range map[string]data.Day{
		"bis Freitag":                  {Year: 2026, Month: time.November, Day: 27},
		"bis Freitag, 4. Dez.":         {Year: 2026, Month: time.December, Day: 4},
		"bis zum 4.12.":                {Year: 2026, Month: time.December, Day: 4},
		"4. Dezember":                  {Year: 2026, Month: time.December, Day: 4},
		"4.12.2026":                    {Year: 2026, Month: time.December, Day: 4},
		"bis Ende n\u00e4chster Woche": {Year: 2026, Month: time.December, Day: 4},
		"in zwei Wochen":               {Year: 2026, Month: time.December, Day: 10},
	} {
		if got, ok := followup.Promise(invite.English(text, "de"), said, nil, []int{5, 6}); !ok || got != want {
			t.Errorf("%q: got %v, %v, want %v", text, got, ok, want)
		}
	}
}
