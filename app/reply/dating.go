package reply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/data"
)

// A dating reads the dates of one notice.
type dating struct {
	ref   data.Day // the day it was sent
	order dateOrder
}

// A dateOrder is how a sender writes 3/12.
type dateOrder int

const (
	eitherOrder dateOrder = iota
	dayFirst
	monthFirst
)

// orderOf tells the order from the language and the zone of the sender: month
// first in Chinese, Japanese and Korean, and in English by a clock of North
// America; by a clock without an offset, which servers everywhere have, English
// leaves it open.
func orderOf(text string, sent time.Time) dateOrder {
	_, offset := sent.Zone()
	english := englishWords.MatchString(text)
	switch {
	case eastern.MatchString(text):
		return monthFirst
	case english && offset <= -4*3600 && offset >= -10*3600:
		return monthFirst
	case english && offset == 0:
		return eitherOrder
	}
	return dayFirst
}

var (
	eastern      = regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]`)
	englishWords = regexp.MustCompile(`\b(the|will|i am|i'm|office|back|until)\b`)
)

// The ways in which a notice writes a date, in a plain text.
var (
	isoDate  = regexp.MustCompile(`\b(20\d\d)[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\b\.?`)
	dotDate  = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d)\b)?`)
	noDot    = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\b`)
	barDate  = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})(?:/(20\d\d|\d\d))?\b`)
	dashDate = regexp.MustCompile(`\b(\d{1,2})-(\d{1,2})(?:-(20\d\d|\d\d))?\b`)
	cjkDate  = regexp.MustCompile(`(?:(20\d\d)\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]`)
	vietDate = regexp.MustCompile(`\b(\d{1,2}) tháng (\d{1,2})(?: năm (20\d\d))?`)
	weekDate = regexp.MustCompile(`\b(?:kw|kalenderwoche|vecka|v\.|uke|uge|viikko|viikolla|week)\s?(\d{1,2})\b`)
	dayWord  = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th|er|º|ª|:e|\.)?\s+(?:of\s+|de\s+|d'|del\s+)?([\p{L}\p{M}]{2,})[.,]?(?:\s+(?:de\s+|del\s+)?(2[05]\d\d))?`)
	// a range of days in one month: only its last day counts
	wordRange = regexp.MustCompile(`\b([\p{L}\p{M}]{3,})\.?\s+\d{1,2}(?:st|nd|rd|th)?\s?-\s?(\d{1,2})(?:st|nd|rd|th)?\b`)
	wordDay   = regexp.MustCompile(`(?:\b(20\d\d)\.?\s(?:m\.\s)?)?([\p{L}\p{M}]{3,})\.?\s+(?:the\s)?(\d{1,2})(?:st|nd|rd|th|d|ra|an)?\b,?(?:\s+(20\d\d))?`)
)

// dates finds the dates of a clause, in the order in which they stand.
func (d dating) dates(line string) []mention {
	var all []mention
	find := func(pattern *regexp.Regexp, year, month, day int) {
		for _, s := range pattern.FindAllStringSubmatchIndex(line, 20) {
			m, named := monthOf(group(line, s, month))
			if !named {
				n, err := strconv.Atoi(group(line, s, month))
				if err != nil {
					continue
				}
				m = time.Month(n)
			}
			all = add(all, mention{day: d.civil(group(line, s, year), m, group(line, s, day)), start: s[0], end: s[1]})
		}
	}
	find(isoDate, 1, 2, 3)
	find(cjkDate, 1, 2, 3)
	find(vietDate, 3, 2, 1)
	find(dotDate, 3, 2, 1)
	find(dayWord, 3, 2, 1)
	for _, s := range wordRange.FindAllStringSubmatchIndex(line, 20) {
		if m, ok := monthOf(group(line, s, 1)); ok {
			all = add(all, mention{day: d.civil("", m, group(line, s, 2)), start: s[0], end: s[1], last: true})
		}
	}
	for _, s := range wordDay.FindAllStringSubmatchIndex(line, 20) {
		if m, ok := monthOf(group(line, s, 2)); ok && len(group(line, s, 2)) > 2 {
			all = add(all, mention{day: d.civil(group(line, s, 1)+group(line, s, 4), m, group(line, s, 3)), start: s[0], end: s[1]})
		}
	}
	for _, pattern := range []*regexp.Regexp{barDate, dashDate} {
		for _, s := range pattern.FindAllStringSubmatchIndex(line, 20) {
			if !numbered(line, s[0], s[1]) {
				all = add(all, mention{day: d.slashed(group(line, s, 1), group(line, s, 2), group(line, s, 3)), start: s[0], end: s[1]})
			}
		}
	}
	if len(all) == 0 {
		find(noDot, 3, 2, 1)
	}
	for _, s := range weekDate.FindAllStringSubmatchIndex(line, 20) {
		all = add(all, mention{day: d.monday(group(line, s, 1)), start: s[0], end: s[1], week: true})
	}
	slices.SortFunc(all, func(a, b mention) int { return a.start - b.start })
	return all
}

// monday returns the next Monday that begins the week with a number (ISO 8601);
// zero where there is none.
func (d dating) monday(number string) data.Day {
	n, _ := strconv.Atoi(number)
	c := d.ref.Add(-(int(d.ref.Weekday()) + 6) % 7)
	for range 53 {
		if _, week := c.At(0, time.UTC).ISOWeek(); week == n {
			return c
		}
		c = c.Add(7)
	}
	return data.Day{}
}

// numbered reports whether what stands from start to end is part of a longer
// number, such as a telephone's.
func numbered(line string, start, end int) bool {
	before := start > 1 && (line[start-1] == '-' || line[start-1] == '/') && line[start-2] >= '0' && line[start-2] <= '9'
	after := end+1 < len(line) && line[end] == '-' && line[end+1] >= '0' && line[end+1] <= '9'
	return before && !strings.Contains(line[start:end], "/") || after && !strings.Contains(line[start:end], "/")
}

// add keeps a mention that does not overlap an earlier reading.
func add(all []mention, m mention) []mention {
	for _, o := range all {
		if m.start < o.end && o.start < m.end {
			return all
		}
	}
	return append(all, m)
}

// civil returns a date; without a year the next one from the day of sending on.
// A date that does not exist is the zero Day. Years of the Buddhist calendar
// are read as such.
func (d dating) civil(year string, m time.Month, day string) data.Day {
	y, _ := strconv.Atoi(year) // empty: not given
	n, _ := strconv.Atoi(day)
	switch {
	case y > 2500:
		y -= 543
	case y > 0 && y < 100:
		y += 2000
	}
	given := y > 0
	if !given {
		y = d.ref.Year
	}
	c := data.Day{Year: y, Month: m, Day: n}
	if !exists(c) {
		return data.Day{}
	}
	const lately = 35 // days: a date without a year that has passed so lately is past
	if !given && c.Before(d.ref) && d.ref.Sub(c) > lately {
		c.Year++
	}
	if !exists(c) {
		return data.Day{}
	}
	return c
}

func exists(d data.Day) bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Add(0) == d
}

// slashed reads 3/12 or 12/3/2026. Where both readings may be meant and the
// sender's order is not known or no year is written, the nearer one counts if the
// other is far off.
func (d dating) slashed(a, b, year string) data.Day {
	number := func(s string) time.Month { n, _ := strconv.Atoi(s); return time.Month(n) }
	const soon, far = 60, 120 // days
	byDay, byMonth := d.civil(year, number(b), a), d.civil(year, number(a), b)
	ahead := func(c data.Day) bool { return !c.IsZero() && !c.Before(d.ref) && c.Sub(d.ref) <= 300 }
	switch {
	case byDay == byMonth, ahead(byDay) && !ahead(byMonth):
		return byDay
	case ahead(byMonth) && !ahead(byDay):
		return byMonth
	case !ahead(byDay):
		return data.Day{}
	case byDay.Sub(d.ref) <= soon && byMonth.Sub(d.ref) > far && (year == "" || d.order != monthFirst):
		return byDay
	case byMonth.Sub(d.ref) <= soon && byDay.Sub(d.ref) > far && (year == "" || d.order != dayFirst):
		return byMonth
	case d.order == dayFirst:
		return byDay
	case d.order == monthFirst:
		return byMonth
	}
	return data.Day{}
}

// weekdays reads the weekdays of a clause: each the next one after the day of
// sending, or the one after it ("a week on Tuesday"). The days on which somebody
// works are none.
func (d dating) weekdays(line string) []mention {
	if said().workDays.in(line) {
		return nil
	}
	var all []mention
	for _, s := range letters.FindAllStringIndex(line, -1) {
		w, ok := dateWords().weekdays[line[s[0]:s[1]]]
		if !ok {
			continue
		}
		c := d.ref.Add(1)
		for c.Weekday() != w {
			c = c.Add(1)
		}
		if strings.HasSuffix(line[:s[0]], "a week on ") || strings.HasPrefix(line[s[1]:], " week") {
			c = c.Add(7)
		}
		all = append(all, mention{day: c, start: s[0], end: s[1]})
	}
	return all
}

// tomorrow reads the words for the next day in a clause.
func (d dating) tomorrow(line string) []mention {
	start, end := said().tomorrow.first(line)
	if start < 0 {
		return nil
	}
	return []mention{{day: d.ref.Add(1), start: start, end: end}}
}

var letters = regexp.MustCompile(`[\p{L}\p{M}'-]+`)

// group returns the n-th group of a match, "" when it took no part.
func group(line string, s []int, n int) string {
	if 2*n+1 >= len(s) || s[2*n] < 0 {
		return ""
	}
	return line[s[2*n]:s[2*n+1]]
}
