package assets

import (
	"strconv"
	"strings"

	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// count writes a number as prose does: words under eleven, digits above.
func count(n int) string {
	if n < 0 || n > 10 {
		return strconv.Itoa(n)
	}
	words := [...]string{
		L("zero"), L("one"), L("two"), L("three"), L("four"), L("five"),
		L("six"), L("seven"), L("eight"), L("nine"), L("ten"),
	}
	return words[n]
}

// DayOfMonth writes the day of a date as people do: French counts the first one.
func DayOfMonth(day int) string {
	if day == 1 {
		return C("1", "day of a month")
	}
	return strconv.Itoa(day)
}

// Decimal writes a number with the decimal sign of the user's language.
func Decimal(n float64) string {
	return message.NewPrinter(speech().tag).Sprint(number.Decimal(n))
}

func join(tags []string) string { return strings.Join(tags, ",") }
