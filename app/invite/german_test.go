package invite

import (
	"testing"
	"time"

	"afterword/data"
)

func TestGermanWords(t *testing.T) {
	for text, want := range map[string]string{
		"bis Ende n\u00e4chster Woche": "by end of next week", "4. Dez. 15 Uhr": "4 December 15:00", "morgen um 15 Uhr 30": "tomorrow at 15:30",
		"Di., 1. Dez., 10:00": "Tuesday, 1 December, 10:00", "4.12.": "4 December", "4.12.2026": "2026-12-04", "10 bis 11 Uhr": "10-11:00",
		"tomorrow 3pm": "tomorrow 3pm", "24 Nov 15:00": "24 Nov 15:00", "do it by Friday": "do it by Friday", "": "",
	} {
		if got := English(text, "de"); got != want {
			t.Errorf("English(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestGermanTimes(t *testing.T) {
	r := Reader{Now: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC), Zone: time.UTC, DayFirst: true}
	at := func(day, hour int) time.Time { return time.Date(2026, 12, day, hour, 0, 0, 0, time.UTC) }
	for text, want := range map[string]time.Time{
		"4. Dez. 15 Uhr": at(4, 15), "4.12. 15:00": at(4, 15), "4.12.2026 15 Uhr": at(4, 15), "n\u00e4chsten Dienstag 10:00": at(1, 10), "Di., 1. Dez., 10:00": at(1, 10),
		"am 1. Dezember um 10 Uhr": at(1, 10),
	} {
		if got, err := r.When(text); err != nil || !got.Start.Equal(want) || got.Phrase != text {
			t.Errorf("When(%q) = %v from %q, %v, want %v", text, got.Start, got.Phrase, err, want)
		}
	}
	if got, err := r.When("morgen"); err != nil || got.Date != (data.Day{Year: 2026, Month: time.November, Day: 27}) {
		t.Errorf("When(morgen) = %v, %v, want tomorrow", got.Date, err)
	}
}
