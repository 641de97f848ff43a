package invite

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// spanishRules are the phrases of Spanish.
func spanishRules() phrasebook {
	var b spanishPhrases
	b.amounts()
	b.hours()
	b.halves()
	b.ranges()
	b.parts()
	b.near()
	b.weekdays()
	b.dates()
	b.spans()
	return b.phrasebook
}

// spanishPhrases collects phrases in whose patterns accents may be left out.
type spanishPhrases struct{ phrasebook }

func (b *spanishPhrases) say(pattern string, to func(m []string) string) {
	b.phrasebook.say(accents(pattern), to)
}

func (b *spanishPhrases) put(pattern, english string) { b.phrasebook.put(accents(pattern), english) }

// amounts reads "en dos horas" and "hace 3 días", where an hour is no time of day.
func (b *spanishPhrases) amounts() {
	number, unit := `(`+spanishNumbers+`|\d{1,3})`, `(días?|semanas?|mes(?:es)?|horas?|minutos?)`
	b.put(`(?:un )?par de `+unit, "2 $1")
	b.put(`(?:una )?quincena|quince días`, "2 weeks")
	b.put(`ocho días`, "1 week")
	b.put(`(?:un[oa]s|algun[oa]s|poc[oa]s)(?: poc[oa]s)? `+unit, "few $1")
	b.say(number+` (?:a|o|u) `+number+` `+unit, func(m []string) string {
		return spanishNumber(m[1]) + " to " + spanishNumber(m[2]) + "  " + m[3]
	})
	b.put(`(?:durante |por )?una hora y media`, "for 90 minutes")
	b.put(`(?:durante |por )?media hora`, "for 30 minutes")
	b.say(number+` `+unit, func(m []string) string { return spanishNumber(m[1]) + "  " + m[2] })
	b.put(`(?:durante|por) (\d{1,2})\s*(?:hs?|horas?)`, "for $1 hours")
	b.put(`(?:durante|por) (\d{1,3})\s*(?:min|minutos?)`, "for $1 minutes")
	ahead := `(?:en|dentro de|de aquí a|de acá a) `
	b.put(ahead+`(\d{1,2})\s*(?:hs?|horas?)`, "in $1 hours")
	b.put(ahead+`(\d{1,3})\s*(?:min|minutos?)`, "in $1 minutes")
	b.put(`hace (\d{1,2})\s*(?:hs?|horas?)`, "$1 hours ago")
	b.put(`hace (\d{1,3})\s*(?:min|minutos?)`, "$1 minutes ago")
	b.put(`días? (?:hábil(?:es)?|laborables?|laborales?)`, "working days")
	b.put(`(\d{1,3}|few) días?`, "$1 days")
	b.put(`(\d{1,3}|few) semanas?`, "$1 weeks")
	b.put(`(\d{1,3}|few) mes(?:es)?`, "$1 months")
	b.put(`hace (\d{1,3}|few) (working days|days|weeks|months)`, "$1 $2 ago")
	b.put(`(?:en|dentro de|de aquí a|de acá a) (?:el |un )?(?:plazo|máximo|término) de`, "within")
	b.put(ahead+`(\d{1,3}|few|\d{1,3} to \d{1,3}) (working days|days|weeks|months)`, "in $1 $2")
}

// hours reads "15 h 30", "las tres y media" and "mediodía".
func (b *spanishPhrases) hours() {
	b.say(`(las?) (`+spanishNumbers+`)`, func(m []string) string { return m[1] + "  " + spanishNumber(m[2]) })
	b.put(`(\d{1,2}) y media`, "$1:30")
	b.put(`(\d{1,2}) y cuarto`, "$1:15")
	b.say(`(\d{1,2}) menos (cuarto|`+spanishNumbers+`)`, func(m []string) string { return before(m[1], m[2]) })
	b.say(`(las?) (\d{1,2}) y (`+spanishNumbers+`)`, func(m []string) string {
		minutes, _ := strconv.Atoi(spanishNumber(m[3]))
		return fmt.Sprintf("%s  %s:%02d", m[1], m[2], minutes)
	})
	for _, p := range []struct{ pattern, english string }{
		{`(?i)\b(\d{1,2})(?: *[h:.] *)([0-5]\d) *(?:hs?|hrs|horas)\b\.?`, "$1:$2"},
		{`(?i)\b(\d{1,2})h([0-5]\d)\b`, "$1:$2"},
		{`(?i)\b(\d{1,2}) *(?:hs?|hrs|horas)\b\.?`, "$1:00"},
		{`(?i)(\d) *([ap])\. *m\.`, "${1}${2}m"},
	} {
		re := regexp.MustCompile(p.pattern)
		b.phrasebook = append(b.phrasebook, phrase{re, func(m []string) string { return re.ReplaceAllString(m[0], p.english) }})
	}
	b.put(`(?:las )?12(?::00)? (?:del mediodía|de la mañana)`, "noon")
	b.put(`(\d{1,2}(?::\d\d)?) del mediodía`, "$1pm")
	b.put(`(?:las )?12(?::00)? de la noche`, "midnight")
	b.put(`(?:al? )?(?:mediodía|medio día)`, "noon")
	b.put(`(?:a )?(?:la )?(?:medianoche|media noche)`, "midnight")
}

// before takes minutes off an hour: "4 menos cuarto" is 3:45.
func before(hour, minutes string) string {
	h, _ := strconv.Atoi(hour)
	m, err := strconv.Atoi(spanishNumber(minutes))
	if err != nil {
		m = 15
	}
	if h--; h < 1 {
		h += 12
	}
	return fmt.Sprintf("%d:%02d", h, 60-m)
}

// halves reads the half of the day behind an hour: "3 de la tarde".
func (b *spanishPhrases) halves() {
	b.say(`(\d{1,2})(:\d\d)? (?:de|por|en|a) la (mañana|madrugada|tarde|noche)`, func(m []string) string {
		h, _ := strconv.Atoi(m[1])
		night := strings.EqualFold(m[3], "noche")
		morning := strings.HasPrefix(strings.ToLower(m[3]), "ma") && (h < 12 || strings.EqualFold(m[3], "madrugada"))
		switch {
		case h > 12 || h == 0:
			return m[1] + m[2]
		case morning, night && (h < 5 || h == 12):
			return m[1] + m[2] + "am"
		}
		return m[1] + m[2] + "pm"
	})
}

// ranges reads "de 9 a 10", "entre las 3 y las 4" and "a las 3".
func (b *spanishPhrases) ranges() {
	t := `(\d{1,2}(?::\d\d)?(?:\s*[ap]m)?|noon|midnight)`
	whole := `(\d{1,2}:\d\d(?:\s*[ap]m)?|\d{1,2}\s*[ap]m|noon)`
	to := ` (?:a|al|y|hasta|-|–) (?:las? )?`
	b.put(`((?:`+spanishDay+`|el|día) \d{1,2}) (?:a|sobre|hacia) (?:las? )?`+t, "$1  at $2") // the number is the day
	b.put(`(?:de|desde|entre) (?:las? )?`+t+to+t, "$1-$2")
	b.put(`(?:a )?las? `+t+to+t, "$1-$2")
	b.put(whole+to+t, "$1-$2")
	b.put(`(\d{1,2}) (?:a|hasta|-|–) `+whole, "$1-$2")
	b.put(`(?:a|sobre|hacia|desde|a partir de|a eso de|alrededor de) las? `+t, "at $1")
	b.put(`las? `+t, "at $1")
	b.put(`a (\d{1,2}:\d\d)`, "at $1")
	b.put(`horas? (?:peninsular|española|de españa)`, "Madrid time")
	b.put(`horas? del este`, "eastern time")
	b.put(`horas? del pacífico`, "pacific time")
	b.put(`horas? de (\pL+)`, "$1 time")
}

// parts reads the parts of a day.
func (b *spanishPhrases) parts() {
	for _, p := range [][2]string{{"mañana", "morning"}, {"tarde", "afternoon"}, {"noche", "evening"}} {
		b.put(`esta `+p[0], "this "+p[1])
		b.put(`(?:de|por|en|a) la `+p[0], "in the "+p[1])
	}
}

// near reads the days that are said from today.
func (b *spanishPhrases) near() {
	b.put(`pasado mañana`, "day after tomorrow")
	b.put(`anteayer|antier|antes de ayer`, "day before yesterday")
	b.put(`ayer|anoche`, "yesterday")
	b.put(`hoy(?: mismo)?|en el día`, "today")
	b.put(`ahora(?: mismo)?`, "now")
	b.put(`(?:el día de )?mañana(?: mismo)?`, "tomorrow")
	for _, period := range [][2]string{{`semana`, "week"}, {`mes`, "month"}, {`año`, "year"}} {
		name := period[0]
		b.put(`(?:(?:la|el) )?(?:(?:próxim[oa]|siguiente) `+name+`|`+name+` (?:próxim[oa]|siguiente|entrante|que viene|que entra))`, "next "+period[1])
	}
}

// weekdays reads days of the week without their number.
func (b *spanishPhrases) weekdays() {
	day := `(` + spanishDay + `)`
	of := func(before, after string) func(m []string) string {
		return func(m []string) string { return strings.TrimSpace(before + spanishDayOf(m[1]) + after) }
	}
	b.say(`(?:(?:el|del|al) )?`+day+` (?:de )?next week`, of("", " next week"))
	b.say(`(?:(?:el|del|al) )?próximo `+day, of("coming ", "")) // the nearest, not the one of next week
	b.say(`(?:(?:el|del|al) )?`+day+` (?:próximo|entrante|que viene)`, of("coming ", ""))
	b.say(`(?:(?:el|del|al) )?siguiente `+day, of("next ", ""))
	b.say(`(?:(?:el|del|al) )?`+day+` siguiente`, of("next ", ""))
	b.say(`(?:(?:el|del|al) )?pasado `+day, of("last ", ""))
	b.say(`(?:(?:el|del|al) )?`+day+` pasado`, of("last ", ""))
	b.say(`este (?:mismo )?`+day, of("this ", ""))
}

// dates reads days that are named by their number.
func (b *spanishPhrases) dates() {
	b.put(`semana del (\d{1,2})`, "week of $1")
	number, month := `(\d{1,2}|primero)(?:º|ro|er)?`, `(?:del? )?(`+spanishMonth+`)(?: del? ((?:19|20)\d\d))?`
	day := `(?:(?:el|del|al) )?(` + spanishDay + `)(?: ,)?(?: el)?(?: día)?`
	digits := func(s string) string { return strings.NewReplacer("primero", "1", "Primero", "1").Replace(s) }
	b.say(day+` `+number+` `+month, func(m []string) string {
		return strings.TrimSpace(spanishDayOf(m[1]) + " " + digits(m[2]) + " " + spanishMonthOf(m[3]) + " " + m[4])
	})
	b.say(day+` (\d{1,2})`, func(m []string) string { return spanishDayOf(m[1]) + " the " + m[2] + "th" })
	b.say(`(?:(?:el|del|al) )?(?:día )?`+number+` `+month, func(m []string) string {
		return strings.TrimSpace(digits(m[1]) + " " + spanishMonthOf(m[2]) + " " + m[3])
	})
	b.say(`(`+spanishMonths+`) (\d{1,2})`, func(m []string) string { return m[2] + " " + spanishMonthOf(m[1]) })
	b.put(`(?:el|al|del) (?:día )?(\d{1,2})`, "the $1th")
	b.put(`el (?:día )?(\d[\d./-]+)`, "$1")
	b.say(day, func(m []string) string { return spanishDayOf(m[1]) })
	b.say(`(primera|segunda|tercera|cuarta|última) semana del? (`+spanishMonth+`)`, func(m []string) string {
		at := map[string]string{"p": "first", "s": "second", "t": "third", "c": "fourth"}[strings.ToLower(m[1][:1])]
		if at == "" {
			at = "last"
		}
		return at + " week of " + spanishMonthOf(m[2])
	})
	b.say(`(?:en|durante|a lo largo de)(?: el mes de)? (`+spanishMonth+`)`, func(m []string) string { return "in " + spanishMonthOf(m[1]) })
	b.say(`(`+spanishMonths+`)(?: del? ((?:19|20)\d\d))?`, func(m []string) string {
		return strings.TrimSpace(spanishMonthOf(m[1]) + " " + m[2])
	})
	b.say(`(?:del? )?(ene|abr|dic)\.?`, func(m []string) string { return spanishMonthOf(m[1]) })
}

// spans reads what was said of an answer: "antes de finales de mes".
func (b *spanishPhrases) spans() {
	b.put(`después de (?:las )?(?:fiestas|vacaciones|navidades|navidad|reyes|año nuevo)|(?:tras|pasadas) (?:las )?(?:fiestas|vacaciones|navidades)`, "after the holidays")
	of := `(?:(?:en|durante|a lo largo de|en el (?:transcurso|curso) de|del?|la|el|est[ea]) )*`
	for _, period := range [][2]string{{`semana`, "week"}, {`mes`, "month"}, {`año`, "year"}} {
		b.put(of+period[0]+`(?: en curso)?`, "this "+period[1])
	}
	b.put(`(?:en|durante|a lo largo de) (next (?:week|month|year))`, "$1")
	b.put(`(?:a |el |al )?(?:fin|fines|final|finales)(?: del?)?`, "end of")
	b.put(`(?:a |al )?(?:principios?|comienzos?|inicios?)(?: del?)?`, "beginning of")
	b.put(`(?:a )?mediados(?: del?)?`, "middle of")
	b.put(`a más tardar|como (?:muy tarde|tarde|máximo)|lo antes posible`, "")
	b.put(`antes de (?:que )?(?:acab|termin|finali[cz]|conclu)\pL+`, "by end of")
	b.put(`antes(?: del?)?|para|hasta|de aquí a|de acá a`, "by")
	b.put(`o|u`, "or")
	b.put(`y|e`, "and")
	b.put(`el|la|los|las|del?|al?|en`, "")
}
