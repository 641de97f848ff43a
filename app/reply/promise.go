package reply

import (
	"strings"
	"sync"
	"time"

	"afterword/data"
)

// appointments are words of a sentence whose date is no promise of an answer.
var appointments = sync.OnceValue(func() phraseSet { return readSet("appointment") })

// Promising returns the sentences of an answer in which a date may be the one
// by which the writer will answer: not those that speak of an appointment.
func Promising(text string) string {
	var kept []string
	for _, s := range clauses(plain(cut(text, freshBytes))) {
		if !appointments().in(s) {
			kept = append(kept, strings.TrimSpace(s))
		}
	}
	return strings.Join(kept, ". ")
}

// NamedDay returns the day up to which a text in any language asks to wait, as
// it was written on the day of sent; zero where none is named.
func NamedDay(text string, sent time.Time) data.Day {
	p := dated(plain(cut(text, freshBytes)))
	d := dating{ref: data.DayOf(sent, sent.Location()), order: orderOf(p, sent)}
	until, _, _ := d.ends(p, d.dates)
	if until.day.IsZero() && nextWeek().in(p) {
		const friday = 4 // days after Monday
		return d.ref.Add(7 - (int(d.ref.Weekday())+6)%7 + friday)
	}
	return until.day
}

// nextWeek are the words for the week after this one, which ends on its Friday
// (schedule.md 15).
var nextWeek = sync.OnceValue(func() phraseSet { return readSet("next-week") })
