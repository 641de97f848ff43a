package words

import (
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// Today returns the user's date now.
func (s Speaker) Today() data.Day { return data.DayOf(s.Now, s.Zone) }

// Weekday returns "Monday 23 November".
func (s Speaker) Weekday(d data.Day) string {
	return assets.L("{{.Weekday}} {{.Day}} {{.Month}}", dayArgs(d))
}

// Day returns "Tue 1 Dec", with the year when it is not this one.
func (s Speaker) Day(d data.Day) string {
	if d.IsZero() {
		return ""
	}
	if d.Year != s.Today().Year && abs(d.Sub(s.Today())) > 180 {
		return Dated(d)
	}
	return assets.L("{{.Wd}} {{.Day}} {{.Mon}}", dayArgs(d))
}

// Dated returns "Tue 1 Dec 2026".
func Dated(d data.Day) string {
	return assets.L("{{.Wd}} {{.Day}} {{.Mon}} {{.Year}}", dayArgs(d))
}

// Date returns "1 December", with the year when it is far from now.
func (s Speaker) Date(d data.Day) string {
	if d.Year != s.Today().Year && abs(d.Sub(s.Today())) > 180 {
		return assets.L("{{.Day}} {{.Month}} {{.Year}}", dayArgs(d))
	}
	return assets.L("{{.Day}} {{.Month}}", dayArgs(d))
}

// Full returns "Tue 1 Dec, 10:00".
func (s Speaker) Full(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return assets.L("{{.Date}}, {{.Time}}", assets.Args{"Date": s.Day(data.DayOf(t, s.Zone)), "Time": t.In(s.Zone).Format("15:04")})
}

// Clock returns "4 pm" or "9:12 am", or what the language has for it: a
// translation has the hour in both ways.
func (s Speaker) Clock(t time.Time) string {
	t = t.In(s.Zone)
	args := assets.Args{
		"Hour": t.Format("3"), "Half": t.Format("pm"), "Hour24": strconv.Itoa(t.Hour()), "Minute": t.Format("04"),
	}
	if t.Minute() == 0 {
		return assets.L("{{.Hour}} {{.Half}}", args)
	}
	return assets.L("{{.Hour}}:{{.Minute}} {{.Half}}", args)
}

// Soon returns how a date is named in a row of the list: "by 4 pm" today,
// "Tomorrow", "Thu", "in 8 days", "7 Dec", "Dec 2027".
func (s Speaker) Soon(d data.Day) string {
	switch n := d.Sub(s.Today()); {
	case n == 0:
		return assets.L("Today")
	case n == 1:
		return assets.L("Tomorrow")
	case n == -1:
		return assets.L("Yesterday")
	case n > 1 && n < 7:
		return dayArgs(d)["Wd"]
	case n >= 7 && n < 14:
		return assets.L("in {{.N}} days", assets.Args{"N": strconv.Itoa(n)})
	case abs(n) > 300:
		return assets.L("{{.Mon}} {{.Year}}", dayArgs(d))
	}
	return assets.L("{{.Day}} {{.Mon}}", dayArgs(d))
}

// By returns when an item wants doing: "Today, by 4 pm" or "Tue 1 Dec".
func (s Speaker) By(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	d := data.DayOf(t, s.Zone)
	args := assets.Args{"Time": s.Clock(t)}
	switch d.Sub(s.Today()) {
	case 0:
		return assets.L("Today, by {{.Time}}", args)
	case 1:
		return assets.L("Tomorrow, by {{.Time}}", args)
	}
	return s.Day(d)
}

// Ago returns when something happened: "Today, 10:00", "Yesterday, 16:02" or
// "Tue 17 Nov".
func (s Speaker) Ago(t time.Time) string {
	d := data.DayOf(t, s.Zone)
	args := assets.Args{"Time": t.In(s.Zone).Format("15:04")}
	switch s.Today().Sub(d) {
	case 0:
		return assets.L("Today, {{.Time}}", args)
	case 1:
		return assets.L("Yesterday, {{.Time}}", args)
	case -1:
		return assets.L("Tomorrow, {{.Time}}", args)
	}
	return s.Day(d)
}

// Since returns "4 minutes ago" for something that just happened, else Ago, as it
// stands inside a sentence: "yesterday, 16:02".
func (s Speaker) Since(t time.Time) string {
	switch d := s.Now.Sub(t); {
	case d < 0:
	case d < time.Minute:
		return assets.L("just now")
	case d < time.Hour:
		return assets.N("{{.N}} minute ago", "{{.N}} minutes ago", int(d/time.Minute))
	}
	if day := data.DayOf(t, s.Zone); abs(s.Today().Sub(day)) > 1 {
		return s.Day(day) // a weekday has the capital that its language gives it
	}
	ago := s.Ago(t)
	first, n := utf8.DecodeRuneInString(ago)
	return string(unicode.ToLower(first)) + ago[n:]
}

// Span returns "Tue 24 Nov, 15:00-16:00", or what is known of an interview's
// time. A zone other than the user's is named.
func (s Speaker) Span(iv data.Interview) string {
	switch {
	case iv.Start.IsZero() && !iv.Date.IsZero():
		return s.Day(iv.Date)
	case iv.Start.IsZero():
		return assets.L("no date yet")
	}
	text := s.Full(iv.Start)
	if !iv.End.IsZero() {
		text += "–" + iv.End.In(s.Zone).Format("15:04")
	}
	if other, err := time.LoadLocation(iv.Zone); iv.Zone != "" && err == nil && other.String() != s.Zone.String() {
		text = assets.L("{{.Here}} ({{.There}} there)", assets.Args{"Here": text, "There": iv.Start.In(other).Format("15:04 MST")})
	}
	return text
}

func abs(n int) int { return max(n, -n) }

// MetOn names the day of a meeting inside a letter, with its preposition:
// "today", "yesterday", "on Tuesday", "on 17 November".
func (s Speaker) MetOn(d data.Day) string {
	switch n := s.Today().Sub(d); {
	case n == 0:
		return assets.L("today")
	case n == 1:
		return assets.L("yesterday")
	case n > 1 && n < 7:
		return assets.L("on {{.Weekday}}", dayArgs(d))
	}
	return assets.L("on {{.Date}}", assets.Args{"Date": s.Date(d)})
}
