package holiday

import (
	"maps"
	"slices"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/ar"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/lu"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/sk"
)

// withCorrections adds the countries whose list in the library lacks something,
// has holidays of single states, or moves one otherwise than its law does.
func withCorrections(all map[string][]*cal.Holiday) map[string][]*cal.Holiday {
	maps.Copy(all, americas())
	// legge 151/2025
	all["IT"] = append(slices.Clone(all["IT"]), fixed("San Francesco", time.October, 4, 2026))
	// Holidays of all states and territories
	all["AU"] = []*cal.Holiday{au.NewYear, au.AustraliaDay, au.GoodFriday, au.EasterMonday, au.AnzacDay, au.ChristmasDay, au.BoxingDay}
	// Bundesverfassung art. 110, and the days off in nearly all cantons
	all["CH"] = []*cal.Holiday{
		ch.Neujahr, ch.Karfreitag, ch.Ostermontag, ch.Auffahrt, ch.Pfingstmontag, ch.Bundesfeiertag, ch.Weihnachtstag, ch.ZweiterWeihnachtsfeiertag,
	}
	// The constitution day is none of the holidays of Folkekirken.
	all["DK"] = without(dk.Holidays, dk.Grundlovsdag)
	// loi du 25 avril 2019
	all["LU"] = append(without(lu.Holidays, lu.Nationalfeierdag), fixed("Europadag", time.May, 9, 2019), fixed("Nationalfeierdag", time.June, 23, 1962))
	all["NZ"] = append(slices.Clone(nz.Holidays), &cal.Holiday{Name: "Matariki", Func: matariki})
	// zákon 241/1993, as changed in 2024 and 2025
	all["SK"] = append(without(sk.Holidays, sk.Freedom, sk.Liberation, sk.LadyOfSorrows),
		sk.Liberation.Clone(&cal.Holiday{Except: []int{2026}}), sk.LadyOfSorrows.Clone(&cal.Holiday{Except: []int{2026}}))
	return all
}

func americas() map[string][]*cal.Holiday {
	return map[string][]*cal.Holiday{
		// ley 27.399; days that a government adds for one year are not known ahead
		"AR": {
			ar.NewYear, ar.CarnivalDay1, ar.CarnivalDay2, ar.TruethDay, ar.MalvinasVeterans, aa.GoodFriday, ar.LaborDay, ar.RevolutionDay,
			toMonday("Güemes", time.June, 17), fixed("Belgrano", time.June, 20, 1938), ar.IndependenceDay, toMonday("San Martín", time.August, 17),
			toMonday("Diversidad cultural", time.October, 12), toMonday("Soberanía nacional", time.November, 20), ar.VirgenDay, ar.ChristmasDay,
		},
		// Canada Labour Code, section 166: Easter Monday and the Civic Holiday are of provinces
		"CA": without(ca.Holidays, ca.EasterMonday, ca.CivicDay),
		// Ley Federal del Trabajo, artículo 74
		"MX": {
			fixed("Año nuevo", time.January, 1, 0), monday("Constitución", time.February, 1), monday("Benito Juárez", time.March, 3),
			fixed("Día del trabajo", time.May, 1, 0), fixed("Independencia", time.September, 16, 0), monday("Revolución", time.November, 3),
			fixed("Navidad", time.December, 25, 0),
		},
	}
}

// without leaves some holidays out.
func without(all []*cal.Holiday, some ...*cal.Holiday) []*cal.Holiday {
	return slices.DeleteFunc(slices.Clone(all), func(h *cal.Holiday) bool { return slices.Contains(some, h) })
}

// fixed is a holiday on the same date of each year from one on.
func fixed(name string, month time.Month, day, from int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: month, Day: day, StartYear: from, Func: cal.CalcDayOfMonth}
}

// monday is a holiday on the n-th Monday of a month.
func monday(name string, month time.Month, n int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: month, Weekday: time.Monday, Offset: n, Func: cal.CalcWeekdayOffset}
}

// toMonday is a holiday that is kept on the Monday before when its date is a
// Tuesday or Wednesday, and on the one after when it is a Thursday or Friday
// (ley 27.399, artículo 6).
func toMonday(name string, month time.Month, day int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: month, Day: day, Func: func(h *cal.Holiday, year int) time.Time {
		t := cal.CalcDayOfMonth(h, year)
		switch t.Weekday() {
		case time.Tuesday, time.Wednesday:
			return t.AddDate(0, 0, int(time.Monday-t.Weekday()))
		case time.Thursday, time.Friday:
			return t.AddDate(0, 0, int(8-t.Weekday()))
		}
		return t
	}}
}

// matariki is the holiday whose dates an act lists (Te Kāhui o Matariki Public
// Holiday Act 2022, schedule 1).
func matariki(_ *cal.Holiday, year int) time.Time {
	dates := []string{
		"2022-06-24", "2023-07-14", "2024-06-28", "2025-06-20", "2026-07-10", "2027-06-25", "2028-07-14",
		"2029-07-06", "2030-06-21", "2031-07-11", "2032-07-02", "2033-06-24",
	}
	if year < 2022 || year >= 2022+len(dates) {
		return time.Time{}
	}
	t, _ := time.ParseInLocation(time.DateOnly, dates[year-2022], cal.DefaultLoc) // the dates above always parse
	return t
}
