package invite

import (
	"strconv"
	"strings"
	"time"
)

func addTimes(add func(string, func(*reading, []string) (bool, error))) {
	add(`(?:at )?(noon|midday|midnight)\b`, func(rd *reading, m []string) (bool, error) {
		return rd.setTime(m[0], wordClock(m[1]), nil)
	})
	add(`(?:from |between )?`+reClock+` ?(?:-|to|until|till|and|bis) ?`+reClock+`(?: ?(?:h|hrs|uhr)\b)?`, takeRange)
	add(`(?:at |@ ?)?(\d{1,2})[:.h]([0-5]\d)(?::[0-5]\d)?`+reHalf+`(?: ?(?:h|hrs|uhr|o'clock)\b)?`, takeClock)
	add(`(?:at |@ ?)?(\d{1,2})()\s?(am|pm)\b`, takeClock)
	add(`(?:at |@ ?)?(\d{1,2})()(a|p)\b`, takeClock)
	add(`(?:at |@ ?)?(\d{1,2})()()\s?(?:h|hrs|uhr|o'clock)\b`, takeClock)
	add(`(at |@ ?)?([01]\d|2[0-3])([0-5]\d)( ?h(?:ours|rs)?)?\b`, func(rd *reading, m []string) (bool, error) {
		if m[1] == "" && m[4] == "" && rd.days == nil {
			return false, nil
		}
		c := newClock(m[2], m[3], "")
		c.bare = false
		return rd.setTime(m[0], c, nil)
	})
	add(`(?:at )?(half past|quarter past|quarter to) (\d{1,2})`+reHalf+`\b`, takeSpoken)
	add(`(at |@ ?)?(\d{1,2})\b`, func(rd *reading, m []string) (bool, error) {
		if m[1] == "" && rd.days == nil && rd.halfSaid == "" || strings.HasPrefix(rd.rest, ":") {
			return false, nil
		}
		return rd.setTime(m[0], newClock(m[2], "", ""), nil)
	})
	add(`(in the |this )?(morning|afternoon|evening)\b`, takePart)
	add(`(?:for )?\(?`+reNumber+` ?(min(?:ute)?s?|hours?|hrs?|h)\b\)?`, takeLength)
	add(`for (half an hour|an hour and a half)\b`, func(rd *reading, m []string) (bool, error) {
		if strings.EqualFold(m[1], "half an hour") {
			return rd.setLength(m[0], 30*time.Minute)
		}
		return rd.setLength(m[0], 90*time.Minute)
	})
	addZones(add)
}

// takePart reads a part of the day: it tells which half an hour is in.
func takePart(rd *reading, m []string) (bool, error) {
	if rd.halfSaid != "" {
		return false, &Unread{Words: m[0], Why: WhyTwice}
	}
	if strings.EqualFold(m[1], "this ") {
		if ok, err := rd.setDays(m[0], rd.today); !ok {
			return ok, err
		}
	}
	rd.halfSaid, rd.half = m[0], pm
	if strings.EqualFold(m[2], "morning") {
		rd.half = am
	}
	return true, nil
}

// wordClock returns noon or midnight.
func wordClock(word string) clock {
	if strings.EqualFold(word, "midnight") {
		return clock{}
	}
	return clock{hour: 12}
}

// takeClock reads a time. A full stop between two numbers may also make a date:
// without another sign it is asked for.
func takeClock(rd *reading, m []string) (bool, error) {
	c := newClock(m[1], m[2], m[3])
	plain := strings.Contains(m[0], ".") && !strings.ContainsAny(m[0], ":ahpAHP@")
	if plain && rd.days == nil {
		days := rd.dated("", time.Month(numberOf(m[2])), numberOf(m[1]))
		switch {
		case len(days) > 0 && c.valid():
			return false, &Unread{Words: m[0], Why: WhyAmbiguous}
		case len(days) > 0:
			return rd.setDays(m[0], days...)
		}
	}
	return rd.setTime(m[0], c, nil)
}

func takeRange(rd *reading, m []string) (bool, error) {
	if strings.IndexAny(rd.rest, ":0123456789") == 0 {
		return false, nil // what looks like the end is a zone: 10:00 -0500
	}
	start, end := newClock(m[1], m[2], m[3]), newClock(m[4], m[5], m[6])
	if start.half == "" && end.half != "" {
		start.bare = false
	}
	return rd.setTime(strings.TrimSpace(m[0]), start, &end)
}

func takeSpoken(rd *reading, m []string) (bool, error) {
	minute, hour := "30", numberOf(m[2])
	switch strings.ToLower(m[1]) {
	case "quarter past":
		minute = "15"
	case "quarter to":
		minute = "45"
		hour--
	}
	if hour == 0 {
		hour = 12
	}
	return rd.setTime(m[0], newClock(strconv.Itoa(hour), minute, m[3]), nil)
}

func takeLength(rd *reading, m []string) (bool, error) {
	unit := time.Minute
	if strings.HasPrefix(strings.ToLower(m[2]), "h") {
		unit = time.Hour
	}
	return rd.setLength(m[0], time.Duration(numberOf(m[1]))*unit)
}

func (rd *reading) setLength(words string, d time.Duration) (bool, error) {
	switch {
	case rd.length > 0 || rd.end != nil:
		return false, &Unread{Words: words, Why: WhyTwice}
	case d <= 0 || d > 12*time.Hour:
		return false, &Unread{Words: words, Why: WhyNoTime}
	}
	rd.length = d
	return true, nil
}
