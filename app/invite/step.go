package invite

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// A step knows one kind of phrase. take returns false when the phrase turns out
// to be another one.
type step struct {
	re   *regexp.Regexp
	take func(rd *reading, m []string) (bool, error)
}

const (
	reMonth   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	reWeekday = `(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?`
	reNumber  = `(\d{1,3}|an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
	reUnit    = `(min(?:ute)?s?|hours?|hrs?|days?|weeks?|fortnights?|months?)\b`
	reHalf    = `(?:\s?(am|pm|a|p)\b)?`
	reClock   = `(\d{1,2})(?:[:.h]([0-5]\d))?` + reHalf
	reYear    = `(?:,? ?((?:19|20)\d\d)\b)?`
)

// dateSteps is how many steps, the first ones, read a date with its number.
const dateSteps = 8

// steps are tried in this order.
var steps = sync.OnceValue(func() []step {
	var all []step
	add := func(pattern string, take func(*reading, []string) (bool, error)) {
		all = append(all, step{regexp.MustCompile(`^(?i:` + pattern + `)`), take})
	}
	addDays(add)
	addTimes(add)
	add(`(?:at|on|the|of|from|starting)\b|[@()]|[-.](?: |$)`, func(*reading, []string) (bool, error) { return true, nil })
	return all
})

func addDays(add func(string, func(*reading, []string) (bool, error))) {
	add(`(\d{4})-?(\d\d)-?(\d\d)t(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(z|[+-]\d\d(?::?\d\d)?)?\b`, takeInstant)
	add(`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b`, func(rd *reading, m []string) (bool, error) {
		return rd.setDays(m[0], rd.dated(m[1], time.Month(numberOf(m[2])), numberOf(m[3]))...)
	})
	add(`(\d{1,2})\.(\d{1,2})\.(?:(\d\d)\b| ?((?:19|20)\d\d)\b)?`, func(rd *reading, m []string) (bool, error) {
		return rd.setDays(m[0], rd.dated(m[3]+m[4], time.Month(numberOf(m[2])), numberOf(m[1]))...)
	})
	for _, re := range []string{`(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?\b`, `(\d{1,2})-(\d{1,2})-(\d{4})\b`} {
		add(re, func(rd *reading, m []string) (bool, error) {
			return rd.setDays(m[0], rd.numeric(m[1], m[2], m[3])...)
		})
	}
	add(`(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]?`+reMonth+`(?:,? ?-?((?:19|20)\d\d)\b)?`, func(rd *reading, m []string) (bool, error) {
		month, _ := monthOf(m[2])
		return rd.setDays(m[0], rd.dated(m[3], month, numberOf(m[1]))...)
	})
	add(reMonth+` ?(?:the )?(\d{1,2})(?:st|nd|rd|th)?\b`+reYear, func(rd *reading, m []string) (bool, error) {
		month, _ := monthOf(m[1])
		return rd.setDays(m[0], rd.dated(m[3], month, numberOf(m[2]))...)
	})
	add(`(?:the )?(\d{1,2})(?:st|nd|rd|th)\b`, func(rd *reading, m []string) (bool, error) {
		return rd.setDays(m[0], rd.nth(numberOf(m[1]))...)
	})
	add(`(?:the )?(day after tomorrow|day before yesterday|today|tonight|tomorrow|tomorow|tommorow|tmrw|tmr|tom|yesterday)\b`, takeNear)
	add(`(?:right )?now\b`, func(rd *reading, m []string) (bool, error) { return rd.setInstant(m[0], 0) })
	add(`(?:on )?next week(?: on)? `+reWeekday, func(rd *reading, m []string) (bool, error) {
		wd, _ := weekdayOf(m[1])
		return rd.setDays(m[0], rd.onWeekday("next", wd)[0])
	})
	add(reWeekday+` (?:of )?(next|last) week\b`, func(rd *reading, m []string) (bool, error) {
		wd, _ := weekdayOf(m[1])
		day := rd.onWeekday("next", wd)[0]
		if strings.EqualFold(m[2], "last") {
			day = day.Add(-14)
		}
		return rd.setDays(m[0], day)
	})
	add(reWeekday+` week\b`, func(rd *reading, m []string) (bool, error) { // a week after the coming one
		wd, _ := weekdayOf(m[1])
		return rd.setDays(m[0], rd.onWeekday("this", wd)[0].Add(7))
	})
	add(`(?:(next|this|coming|last|past) )?`+reWeekday, takeWeekday)
	add(`in `+reNumber+` `+reUnit, func(rd *reading, m []string) (bool, error) { return takeOffset(rd, m[0], numberOf(m[1]), m[2]) })
	add(reNumber+` `+reUnit+` from (?:now|today)\b`, func(rd *reading, m []string) (bool, error) { return takeOffset(rd, m[0], numberOf(m[1]), m[2]) })
	add(reNumber+` `+reUnit+` ago\b`, func(rd *reading, m []string) (bool, error) { return takeOffset(rd, m[0], -numberOf(m[1]), m[2]) })
}

// takeInstant reads RFC 3339, and the forms of ISO 8601 without colons or zone.
func takeInstant(rd *reading, m []string) (bool, error) {
	if ok, err := rd.setDays(m[0], rd.dated(m[1], time.Month(numberOf(m[2])), numberOf(m[3]))...); !ok {
		return ok, err
	}
	c := newClock(m[4], m[5], "")
	c.bare = false
	if ok, err := rd.setTime(m[0], c, nil); !ok {
		return ok, err
	}
	if m[7] == "" {
		return true, nil
	}
	return takeOffsetZone(rd, m[0], m[7])
}

func takeNear(rd *reading, m []string) (bool, error) {
	far := map[string]int{"day after tomorrow": 2, "day before yesterday": -2, "today": 0, "tonight": 0, "yesterday": -1}
	word := strings.ToLower(m[1])
	n, ok := far[word]
	if !ok {
		n = 1 // tomorrow, however it is spelled
	}
	if word == "tonight" {
		rd.half = pm
	}
	return rd.setDays(m[0], rd.today.Add(n))
}

// takeWeekday reads a weekday, or keeps it to check the date beside it.
func takeWeekday(rd *reading, m []string) (bool, error) {
	wd, _ := weekdayOf(m[2])
	if rd.weekday != "" {
		return false, &Unread{Words: m[0], Why: WhyTwice}
	}
	if m[1] == "" && (rd.days != nil || rd.dateFollows()) {
		rd.weekday = m[2]
		return true, nil
	}
	return rd.setDays(m[0], rd.onWeekday(m[1], wd)...)
}

// dateFollows reports whether the rest still names a day by itself.
func (rd *reading) dateFollows() bool {
	for i := range rd.rest {
		if i > 0 && !startsWord(rd.rest, i) {
			continue
		}
		for _, s := range rd.steps[:dateSteps] {
			m := s.re.FindStringSubmatch(strings.TrimLeft(rd.rest[i:], " ,"))
			if m == nil {
				continue
			}
			probe := &reading{Reader: rd.Reader, today: rd.today, steps: rd.steps}
			if ok, _ := s.take(probe, m); ok {
				return true
			}
		}
	}
	return false
}

func takeOffset(rd *reading, words string, n int, unit string) (bool, error) {
	switch strings.ToLower(unit)[:1] {
	case "d":
		return rd.setDays(words, rd.today.Add(n))
	case "w":
		return rd.setDays(words, rd.today.Add(7*n))
	case "f":
		return rd.setDays(words, rd.today.Add(14*n))
	case "h":
		return rd.setInstant(words, time.Duration(n)*time.Hour)
	}
	if strings.HasPrefix(strings.ToLower(unit), "mo") {
		return rd.setDays(words, addMonths(rd.today, n))
	}
	return rd.setInstant(words, time.Duration(n)*time.Minute)
}

func (rd *reading) setInstant(words string, d time.Duration) (bool, error) {
	if rd.days != nil || rd.start != nil || !rd.instant.IsZero() {
		return false, &Unread{Words: words, Why: WhyTwice}
	}
	rd.instant = rd.Now.Add(d).Truncate(time.Minute)
	return true, nil
}
