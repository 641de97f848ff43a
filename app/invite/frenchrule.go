package invite

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// frenchRules are the phrases of French.
var frenchRules = sync.OnceValue(func() phrasebook {
	var b phrasebook
	b.frenchAmounts()
	b.frenchHours()
	b.frenchParts()
	b.frenchDates()
	b.frenchSpans()
	return b
})

// frenchAmounts reads "dans deux heures" and "il y a 3 jours", where an hour is
// no time of day.
func (b *phrasebook) frenchAmounts() {
	number := `(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|\d{1,3})`
	b.put(`(?:une )?quinzaine(?: de jours)?|quinze jours`, "2 weeks")
	b.put(`(?:une )?huitaine(?: de jours)?|huit jours`, "1 week")
	b.put(`une dizaine de jours`, "10 days")
	b.put(`quelques (jours|semaines)`, "few $1")
	b.say(number+` (?:\x{e0}|ou) `+number+` (jours?|semaines?|mois)`, func(m []string) string {
		return frenchNumber(m[1]) + " to " + frenchNumber(m[2]) + "  " + m[3]
	})
	b.say(number+` (jours?|semaines?|mois|heures?|minutes?)`, func(m []string) string { return frenchNumber(m[1]) + "  " + m[2] })
	b.say(`(?:pendant|durant|pour) (\d) ?h ?([0-5]\d)`, func(m []string) string { // "1h30"
		hours, _ := strconv.Atoi(m[1])
		minutes, _ := strconv.Atoi(m[2])
		return "for " + strconv.Itoa(60*hours+minutes) + " minutes"
	})
	b.put(`(?:pendant|durant|pour) (\d{1,2}) ?(?:h|heures?)`, "for $1 hours")
	b.put(`\( (\d{1,2}) ?(?:h|heures?) \)`, "for $1 hours")
	b.put(`(?:pendant|durant|pour) (\d{1,3}) ?(?:min|minutes?)`, "for $1 minutes")
	b.put(`dans (\d{1,2}) ?(?:h|heures?)`, "in $1 hours")
	b.put(`il y a (\d{1,2}) ?(?:h|heures?)`, "$1 hours ago")
	b.put(`jours? (?:ouvr\x{e9}|ouvre|ouvrable)s?`, "working days")
	b.put(`(\d{1,3}|few) jours?`, "$1 days")
	b.put(`(\d{1,3}|few) semaines?`, "$1 weeks")
	b.put(`(\d{1,3}) mois`, "$1 months")
	b.put(`il y a (\d{1,3} [a-z]+)`, "$1 ago")
	b.put(`dans (\d{1,3}|few) ([a-z]+)`, "in $1 $2")
	b.put(`sous (\d{1,3}) ([a-z]+)`, "within $1 $2")
}

// frenchHours reads "14 h 30", "midi et demi" and "de 9 à 10 h".
func (b *phrasebook) frenchHours() {
	b.put(`midi et demie?`, "12:30")
	b.put(`midi`, "noon")
	b.put(`minuit`, "midnight")
	b.put(`(\d{1,2}) ?(?:h|heures?) et demie?`, "$1:30")
	b.put(`(\d{1,2}) ?(?:h|heures?) et quart`, "$1:15")
	b.put(`(\d{1,2}) ?(?:h|heures?) moins le quart`, "quarter to $1")
	hour := regexp.MustCompile(`(?i)\b(\d{1,2})( *)(?:h|heures?)(?:( *)([0-5]\d))?\b( +` + frenchMonth + ` )?`)
	*b = append(*b, phrase{hour, func(m []string) string {
		if m[4] == "" || m[3] != "" && (m[5] != "" || m[2] == "") { // "15h 24 nov": the number is the day
			return m[1] + ":00" + m[3] + m[4] + m[5]
		}
		return m[1] + ":" + m[4] + m[5]
	}})
	b.put(`((?:`+frenchDay+`|le|au) \d{1,2}) (?:\x{e0}|vers) (\d{1,2}:\d\d|noon)`, "$1  at $2") // the number is the day
	b.put(`(\d{1,2}(?::\d\d)?) (?:\x{e0}|a|et|jusqu'\x{e0}|-|\x{2013}) (\d{1,2}:\d\d)`, "$1-$2")
	b.put(`(?:de|entre) (\d{1,2}(?::\d\d)?-\d{1,2}:\d\d)`, "$1")
	b.put(`(?:(?:\x{e0}|a) partir de|vers|d\x{e8}s|\x{e0}|a) (\d{1,2}(?::\d\d)?|noon|midnight)`, "at $1")
	b.say(`heure de ([\pL-]+)`, func(m []string) string {
		if zone, known := frenchCities()[strings.ToLower(m[1])]; known {
			return zone
		}
		return m[1] + " time"
	})
}

// frenchParts reads the parts of a day.
func (b *phrasebook) frenchParts() {
	b.put(`ce matin`, "this morning")
	b.put(`cet apr[\x{e8}e]s-midi`, "this afternoon")
	b.put(`ce soir`, "this evening")
	b.put(`(?:(?:du|le|dans la|en) )?matin(?:\x{e9}e)?`, "in the morning")
	b.put(`(?:de |dans )?(?:l')?apr[\x{e8}e]s-midi`, "in the afternoon")
	b.put(`(?:(?:du|le|dans la|en) )?soir(?:\x{e9}e)?`, "in the evening")
}

// frenchDates reads days that are named, with or without their month.
func (b *phrasebook) frenchDates() {
	b.put(`aujourd'hui`, "today")
	b.put(`maintenant|\x{e0} l'instant`, "now")
	b.put(`apr[\x{e8}e]s(?:-| )demain`, "day after tomorrow")
	b.put(`avant(?:-| )hier`, "day before yesterday")
	b.put(`demain`, "tomorrow")
	b.put(`hier`, "yesterday")
	b.put(`(?:la )?semaine du (\d{1,2})`, "week of $1")
	day, number := `(?:(?:le|du|au|ce) )?(`+frenchDay+`)(?: ,)?(?: le)?`, `(\d{1,2})(?:er)?`
	b.say(day+` `+number+` (`+frenchMonth+`)`, func(m []string) string {
		return frenchDayOf(m[1]) + " " + m[2] + " " + frenchMonthOf(m[3])
	})
	b.say(day+` `+number, func(m []string) string { return frenchDayOf(m[1]) + " the " + m[2] + "th" })
	b.say(`(?:(?:le|du|au) )?`+number+` (`+frenchMonth+`)`, func(m []string) string { return m[1] + " " + frenchMonthOf(m[2]) })
	b.put(`le (\d{1,2})(?:er)?`, "the $1th")
	b.put(`le (\d[\d./-]+)`, "$1")
	b.say(day+` (?:de )?(?:la )?semaine prochaine`, func(m []string) string { return frenchDayOf(m[1]) + " next week" })
	b.say(`(?:(?:le|du|au|ce) )?prochain (`+frenchDay+`)`, func(m []string) string { return "next " + frenchDayOf(m[1]) })
	b.say(day+` (?:prochain|qui vient)`, func(m []string) string { return "next " + frenchDayOf(m[1]) })
	b.say(day+` en huit`, func(m []string) string { return frenchDayOf(m[1]) + " week" })
	b.say(day+` (?:dernier|pass\x{e9})`, func(m []string) string { return "last " + frenchDayOf(m[1]) })
	b.say(day, func(m []string) string { return frenchDayOf(m[1]) })
	b.say(`(?:en|courant) (`+frenchMonth+`)`, func(m []string) string { return "in " + frenchMonthOf(m[1]) })
	b.say(`mi-(`+frenchMonth+`)`, func(m []string) string { return "mid " + frenchMonthOf(m[1]) })
	b.say(`(`+frenchMonth+`)`, func(m []string) string { return frenchMonthOf(m[1]) })
}

// frenchSpans reads what was said of an answer: "d'ici la fin du mois".
func (b *phrasebook) frenchSpans() {
	of := `(?:(?:dans|durant|courant|en cours de|de|du|la|le|cette|ce) )*`
	for _, period := range [][2]string{{`semaine`, "week"}, {`mois`, "month"}, {`(?:l'|d')?ann\x{e9}e`, "year"}} {
		b.put(of+period[0]+` prochaine?`, "next "+period[1])
		b.put(of+period[0]+`(?:-ci)?`, "this "+period[1])
	}
	b.put(`dans la journ\x{e9}e`, "today")
	b.put(`(?:la )?fin(?: de| du)?`, "end of")
	b.put(`(?:le |au )?d[\x{e9}e]but(?: de| du)?`, "beginning of")
	b.put(`(?:le |au )?milieu(?: de| du)?`, "middle of")
	b.put(`au plus tard|dernier d\x{e9}lai`, "")
	b.put(`d'ici(?: \x{e0}| au)?|avant|jusqu'(?:\x{e0}|au)|pour`, "by")
	b.put(`ou`, "or")
	b.put(`le|la|les|de|du|des|au|\x{e0}`, "")
}

// frenchNumber returns the digits of a number that is written as a word.
func frenchNumber(word string) string {
	for i, name := range [...]string{
		"", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
	} {
		if w := strings.ToLower(word); w == name || w == "une" && i == 1 {
			return strconv.Itoa(i)
		}
	}
	if strings.EqualFold(word, "vingt") {
		return "20"
	}
	return word
}

// frenchCities are the zones of cities that French calls by a name of its own, or
// whose clocks it goes by.
func frenchCities() map[string]string {
	return map[string]string{
		"londres": "Europe/London", "bruxelles": "Europe/Brussels", "gen\u00e8ve": "Europe/Zurich", "lausanne": "Europe/Zurich",
		"luxembourg": "Europe/Luxembourg", "lisbonne": "Europe/Lisbon", "montr\u00e9al": "America/Toronto", "qu\u00e9bec": "America/Toronto",
		"casablanca": "Africa/Casablanca", "rabat": "Africa/Casablanca", "alger": "Africa/Algiers", "tunis": "Africa/Tunis",
		"dakar": "Africa/Dakar", "abidjan": "Africa/Abidjan",
	}
}
