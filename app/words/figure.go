package words

import (
	"strconv"

	"afterword/assets"
	"afterword/data"
)

// Month returns "November 2026".
func Month(d data.Day) string { return assets.L("{{.Month}} {{.Year}}", dayArgs(d)) }

// MonthShort returns "Nov".
func MonthShort(d data.Day) string { return monthShort(d) }

// LongDate returns "26 November 2026".
func LongDate(d data.Day) string { return assets.L("{{.Day}} {{.Month}} {{.Year}}", dayArgs(d)) }

// Within returns how long something took, whole days of the calendar: "the same
// day", "1 day", "12 days".
func Within(days int) string {
	if days == 0 {
		return assets.L("the same day")
	}
	return assets.N("{{.Days}} day", "{{.Days}} days", days, assets.Args{"Days": strconv.Itoa(days)})
}

// HalfWithin says the median of a number of days; a half day counts as a whole.
func HalfWithin(median float64) string {
	days := int(median + 0.5)
	switch days {
	case 0:
		return assets.L("Half of them came on the same day.")
	case 1:
		return assets.L("Half of them came within a day.")
	}
	return assets.L("Half of them came within {{.N}} days.", assets.Args{"N": strconv.Itoa(days)})
}

// HalfMark is HalfWithin in the few words that stand at a line.
func HalfMark(median float64) string {
	days := int(median + 0.5)
	if days == 0 {
		return assets.L("half on the same day")
	}
	return assets.L("half within {{.Time}}", assets.Args{"Time": Within(days)})
}
