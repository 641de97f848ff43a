package invite

import (
	"strings"
	"time"
)

// An occasion is one day of an invitation, with its time if one is said beside it.
type occasion struct {
	When
	typed string
	day   spot
}

// when returns the one time that the invitation names. Where it names several,
// such as slots to choose from, it returns none.
func (t *text) when(r Reader) (When, string) {
	lines := t.all()
	dates := datesIn(lines)
	if len(dates) == 0 {
		return When{}, ""
	}
	times := timesIn(lines, dates)
	r.Now, r.Language = t.sentOr(r.Now), "" // what the spots say is English
	if tongue := t.tongue(); tongue != "" {
		r.DayFirst = r.DayFirst || tongue != "en"
	}
	all := t.occasions(r, lines, dates, times)
	one, ok := settle(all, lines)
	if !ok {
		return When{}, ""
	}
	return one.When, one.typed
}

// occasions puts days and times together and reads them. A time belongs to the
// nearest day of its line, else to the day above that is at most three lines up.
func (t *text) occasions(r Reader, lines []string, dates, times []spot) []occasion {
	beside := make(map[int][]spot)
	for _, h := range times {
		if d := owner(dates, h); d >= 0 {
			beside[d] = append(beside[d], h)
		}
	}
	length := t.length(lines)
	zone := labelledZone(lines)
	var all []occasion
	for i, d := range dates {
		if d.bare && len(beside[i]) == 0 || unwanted(lines[d.line], d) {
			continue
		}
		var found []occasion
		for _, h := range beside[i] {
			if m, ok := occasionOf(r, lines, d, h, zone, length); ok {
				found = append(found, m)
			}
		}
		found = distinct(found)
		switch {
		case len(found) > 1 && !sameStart(found):
			if m, ok := occasionOf(r, lines, d, spot{}, "", ""); ok && !d.bare {
				all = append(all, m) // the day is sure, the time is not
			}
		case len(found) > 0:
			all = append(all, found[0])
		case !d.bare:
			if m, ok := occasionOf(r, lines, d, spot{}, "", ""); ok {
				all = append(all, m)
			}
		}
	}
	return all
}

// owner returns the index of the day that a time belongs to, -1 for none.
func owner(dates []spot, h spot) int {
	best, near := -1, 1<<30
	for i, d := range dates {
		var far int
		switch {
		case d.line == h.line:
			far = min(abs(d.start-h.end), abs(h.start-d.end))
			if d.start > h.start {
				far++ // of two as near, the day before
			}
		case d.line < h.line && h.line-d.line <= 3:
			far = 100_000 * (h.line - d.line)
		case d.line == h.line+1:
			far = 500_000
		default:
			continue
		}
		if far <= near && (far < near || d.line < h.line) {
			best, near = i, far
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// occasionOf reads a day and a time; a zero h is none.
func occasionOf(r Reader, lines []string, d, h spot, zone, length string) (occasion, bool) {
	said := d.said
	if h.said != "" {
		said += " " + h.said
		if h.zone != "" {
			zone = h.zone
		}
		if !h.ends && length != "" {
			said += " for " + length
		}
		said += " " + zone
	}
	said = strings.TrimSpace(said)
	w, err := r.When(said)
	if err != nil {
		return occasion{}, false
	}
	w.Phrase = phraseOf(lines, d, h)
	if len(w.Others) == 0 {
		return occasion{w, w.Written(), d}, true
	}
	if !d.bare {
		return occasion{w, said, d}, true
	}
	day, err := r.When(d.said) // "Thursday at 2": the day is sure, the hour is asked for
	if err != nil || len(day.Others) > 0 || h.said == "" {
		return occasion{}, false
	}
	return occasion{w, strings.TrimSpace(day.Written() + strings.TrimPrefix(said, d.said)), d}, true
}

// phraseOf returns the words of a day and a time as they stand in the lines.
func phraseOf(lines []string, d, h spot) string {
	if h.said == "" {
		return lines[d.line][d.start:d.end]
	}
	if h.line == d.line {
		return strings.TrimSpace(lines[d.line][min(d.start, h.start):max(d.end, h.end)])
	}
	if h.line < d.line {
		d, h = h, d
	}
	return lines[d.line][d.start:d.end] + " \u2026 " + lines[h.line][h.start:h.end]
}

// Written returns a text that Reader.When reads as w, whatever day it is. A
// time without a zone is written as the clocks of its own location show it.
func (w When) Written() string {
	if w.Start.IsZero() {
		return w.Date.Weekday().String()[:3] + " " + civilDay(w.Date.Day, w.Date.Month, w.Date.Year)
	}
	s := w.Start.Weekday().String()[:3] + " " + civilDay(w.Start.Day(), w.Start.Month(), w.Start.Year()) + " " + w.Start.Format("15:04")
	if !w.End.IsZero() {
		s += "-" + w.End.In(w.Start.Location()).Format("15:04")
	}
	switch {
	case w.Zone != "":
		return s + " " + w.Zone
	case w.Start.Location().String() == "" && w.Start.Location() != time.UTC: // a distance from UTC
		return s + " UTC" + w.Start.Format("-07:00") // without UTC it is read as an end
	}
	return s
}

func civilDay(day int, month time.Month, year int) string {
	return pad(day) + " " + month.String()[:3] + " " + time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")
}
