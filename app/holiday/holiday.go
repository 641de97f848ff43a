// Package holiday knows the public holidays and weekends of countries, for the
// working days of employers.
//
// It is pure: dates are computed from rules that a maintained library keeps; it
// must not know of applications or plans. Holidays of single states and regions
// are left out.
package holiday

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rickar/cal/v2"

	"afterword/data"
)

// Countries returns the countries whose holidays are known, by their two-letter
// codes (ISO 3166-1), in order.
func Countries() []string {
	var all []string
	for code := range calendars() {
		all = append(all, code)
	}
	slices.Sort(all)
	return all
}

// Known reports whether the holidays of a country are known.
func Known(country string) bool { return calendars()[country] != nil }

// Days returns the public holidays of a country in the years from first to last,
// in order: the day itself, and the day off that the law gives in its place. A
// country that is not known has none.
func Days(country string, first, last int) []data.Day {
	var all []data.Day
	// A holiday of the next year may be kept in the last days of this one.
	for year := first - 1; year <= last+1; year++ {
		for _, h := range calendars()[country] {
			actual, observed := h.Calc(year)
			for _, t := range []time.Time{actual, observed} {
				if d := data.DayOf(t, t.Location()); !t.IsZero() && d.Year >= first && d.Year <= last {
					all = append(all, d)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b data.Day) int { return a.Sub(b) })
	return slices.Compact(all)
}

// Guess returns the country that mail addresses speak for: that of the first
// top-level domain that is a country's and stands for nothing else, where the
// country's holidays or its weekend make a difference; "" for none.
func Guess(addresses []string) string {
	for _, a := range addresses {
		tld := strings.ToUpper(a[strings.LastIndexByte(a, '.')+1:])
		if tld == "UK" {
			tld = "GB"
		}
		if len(tld) == 2 && (Known(tld) || Weekend(tld) != nil) && !slices.Contains(worldwide(), tld) {
			return tld
		}
	}
	return ""
}

// worldwide are country domains that companies of all countries use.
func worldwide() []string { return []string{"AI", "CC", "CO", "IO", "LY", "ME", "TV"} }

// calendars are the holidays of each country, made at the first use.
var calendars = sync.OnceValue(func() map[string][]*cal.Holiday { return withCorrections(listed()) })
