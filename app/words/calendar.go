package words

import (
	"net/url"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// MeetingWith names an interview on the calendar: "Video call with Dana and Lee".
func (s Speaker) MeetingWith(c *data.Case, iv data.Interview) string {
	what := Kind(iv.Kind)
	if what == "" {
		what = assets.L("Interview")
	}
	var names []string
	for _, m := range iv.With {
		if p, ok := c.Person(m.Person); ok && p.First() != "" {
			names = append(names, p.First())
		}
	}
	if len(names) == 0 {
		return what
	}
	return assets.L("{{.What}} with {{.Names}}", assets.Args{"What": what, "Names": s.Names(names)})
}

// ByClock returns until when something is due: "by 10:00".
func (s Speaker) ByClock(t time.Time) string {
	return assets.L("by {{.Time}}", assets.Args{"Time": t.In(s.Zone).Format("15:04")})
}

// BothZones returns the time of an interview on both sides, "15:00–16:00 your
// time · 09:00 New York", or "" where their clocks show the same.
func (s Speaker) BothZones(iv data.Interview, there *time.Location) string {
	_, here := iv.Start.In(s.Zone).Zone()
	if _, other := iv.Start.In(there).Zone(); here == other {
		return ""
	}
	span := iv.Start.In(s.Zone).Format("15:04")
	if !iv.End.IsZero() {
		span += "–" + iv.End.In(s.Zone).Format("15:04")
	}
	args := assets.Args{"Here": span, "There": iv.Start.In(there).Format("15:04"), "Place": Place(there.String())}
	if day := data.DayOf(iv.Start, there); day != data.DayOf(iv.Start, s.Zone) {
		args["There"] = dayArgs(day)["Wd"] + " " + args["There"]
	}
	return assets.L("{{.Here}} your time · {{.There}} {{.Place}}", args)
}

// SameTime says with which interview another one is at the same time.
func (s Speaker) SameTime(company string, iv data.Interview) string {
	return assets.L("At the same time as {{.Company}}, {{.Time}}.", assets.Args{"Company": company, "Time": iv.Start.In(s.Zone).Format("15:04")})
}

// ClocksGo says that clocks change by an amount, here or elsewhere.
func (s Speaker) ClocksGo(by time.Duration, zone *time.Location, here bool) string {
	amount := by.Abs()
	text := assets.N("one minute", "{{.N}} minutes", int(amount/time.Minute))
	if amount%time.Hour == 0 {
		text = assets.N("one hour", "{{.N}} hours", int(amount/time.Hour))
	}
	args := assets.Args{"Amount": text, "Place": Place(zone.String())}
	switch {
	case here && by > 0:
		return assets.L("Clocks go forward {{.Amount}}.", args)
	case here:
		return assets.L("Clocks go back {{.Amount}}.", args)
	case by > 0:
		return assets.L("Clocks in {{.Place}} go forward {{.Amount}}.", args)
	}
	return assets.L("Clocks in {{.Place}} go back {{.Amount}}.", args)
}

// ClocksBy says the same in two words, for a day of a month.
func (s Speaker) ClocksBy(by time.Duration) string {
	args := assets.Args{"Hours": assets.Decimal(by.Abs().Hours())}
	if by > 0 {
		return assets.L("Clocks +{{.Hours}} h", args)
	}
	return assets.L("Clocks −{{.Hours}} h", args)
}

// Link returns the first web address in a place, "" for none.
func Link(place string) string {
	for word := range strings.FieldsSeq(place) {
		if u, err := url.Parse(word); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
			return word
		}
	}
	return ""
}

// MonthOf returns "November 2026" as a heading.
func MonthOf(d data.Day) string { return Sentence(Month(d)) }

// Weekdays returns the short names of the seven days from first on.
func Weekdays(first time.Weekday) []string {
	var all []string
	day := data.Day{Year: 2026, Month: time.November, Day: 1} // a Sunday
	for i := range 7 {
		all = append(all, dayArgs(day.Add(int(first) + i))["Wd"])
	}
	return all
}
