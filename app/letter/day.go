package letter

import (
	"strconv"
	"time"

	"afterword/data"
)

// MetOn names the day of a meeting in a letter, seen from the reader's today:
// "today", "yesterday", "on Tuesday", "on 17 November"; in German "heute",
// "gestern", "am Dienstag", "am 17. November".
func MetOn(day, today data.Day, lang string) string {
	t := tongueOf(lang)
	switch n := today.Sub(day); {
	case n == 0:
		return t.today
	case n == 1:
		return t.yesterday
	case n > 1 && n < 7:
		return t.on + " " + t.weekday(day)
	}
	return DateOn(day, today, lang)
}

// DateOn names a day by its date, with the year when it is another one and far
// off: "on 17 November".
func DateOn(day, today data.Day, lang string) string {
	t := tongueOf(lang)
	return t.on + " " + t.date(day, today)
}

// Coming names a day that lies ahead or has just passed, without a
// preposition: "Friday" within a week of today either way, else "4 December"; in
// German "Freitag", "4. Dezember".
func Coming(day, today data.Day, lang string) string {
	t := tongueOf(lang)
	if n := day.Sub(today); n != 0 && n > -7 && n < 7 {
		return t.weekday(day)
	}
	return t.date(day, today)
}

// A tongue is how a language names days.
type tongue struct {
	today, yesterday, on string
	afterDay             string // between the day's number and the month
	days                 [7]string
	months               [12]string
}

func (t *tongue) weekday(d data.Day) string { return t.days[d.Weekday()] }

func (t *tongue) date(d, today data.Day) string {
	s := strconv.Itoa(d.Day) + t.afterDay + " " + t.months[d.Month-time.January]
	if n := d.Sub(today); d.Year != today.Year && (n > 180 || n < -180) {
		s += " " + strconv.Itoa(d.Year)
	}
	return s
}

func tongueOf(lang string) *tongue {
	if known, _ := LanguageFor(lang); known == German {
		return &tongue{
			today: "heute", yesterday: "gestern", on: "am", afterDay: ".",
			days:   [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
			months: [12]string{"Januar", "Februar", "M\u00e4rz", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		}
	}
	return &tongue{
		today: "today", yesterday: "yesterday", on: "on",
		days:   [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	}
}
