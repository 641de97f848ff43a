package invite

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// fromSpanish returns text with the Spanish words of days and times in English:
// "antes del viernes" is "by Friday", "24 de nov. a las 3 y media de la tarde" is
// "24 November at 3:30 pm".
func fromSpanish(text string, own bool) string { return byBook("es", text, own) }

func spanishBook() *book {
	return &book{signs: spanishSigns, words: spanishWords(), phrases: spanishRules()}
}

// spanishSigns sets signs apart from words, and writes those of an ordinal in one
// way.
var spanishSigns = strings.NewReplacer(",", " , ", "(", " ( ", ")", " ) ", ".º", "º", "°", "º", "¿", " ", "?", " ")

// The words of days and months; "mar." is Tuesday, and March behind a number.
const (
	spanishDay   = `lunes|lun\.?|martes|mar\.?|miércoles|mié\.?|jueves|jue\.?|viernes|vie\.?|sábado|sáb\.?|domingo|dom\.?`
	spanishMonth = `enero|ene\.?|febrero|feb\.?|marzo|mar\.?|abril|abr\.?|mayo|may\.?|junio|jun\.?|julio|jul\.?|agosto|ago\.?|` +
		`sep?tiembre|sept?\.?|set\.?|octubre|oct\.?|noviembre|nov\.?|diciembre|dic\.?`
	spanishMonths = `enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre`
)

// spanishWords are what Spanish alone says.
func spanishWords() *regexp.Regexp {
	return regexp.MustCompile(accents(`(?i) (?:hoy|mañana|ayer|antier|anteayer|anoche|mediodía|medianoche|madrugada|tarde|noche|semanas?|días?|meses|` +
		`próxim[oa]|pasad[oa]|hace|dentro|después|tras|hábiles|laborables|principios|mediados|finales|a  fines|a  las|a  la  una|las  \d{1,2}|y  media|horas|` +
		`lunes|martes|miércoles|jueves|viernes|sábado|domingo|` + spanishMonths + `|ene\.?|dic\.?|` +
		`(?:` + spanishDay + `)  \d{1,2}  (?:de  )?(?:` + spanishMonth + `)|\d{1,2}  de  (?:` + spanishMonth + `)) `))
}

// accents lets a pattern match words whose accents were left out.
func accents(pattern string) string {
	return strings.NewReplacer("á", "[áa]", "é", "[ée]", "í", "[íi]", "ó", "[óo]", "ú", "[úu]", "ñ", "[ñn]").Replace(pattern)
}

// spanishDayOf and spanishMonthOf name a day or month, written out or short.
func spanishDayOf(word string) string {
	return nameOf(word, []string{"do", "lu", "ma", "mi", "ju", "vi", "s"}, func(i int) string { return time.Weekday(i).String() })
}

func spanishMonthOf(word string) string {
	starts := []string{"en", "fe", "mar", "ab", "may", "jun", "jul", "ag", "se", "oc", "no", "di"}
	return nameOf(word, starts, func(i int) string { return time.Month(i + 1).String() })
}

func nameOf(word string, starts []string, name func(i int) string) string {
	for i, start := range starts {
		if strings.HasPrefix(strings.ToLower(word), start) {
			return name(i)
		}
	}
	return word
}

const spanishNumbers = `una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|veinticinco|treinta`

// spanishNumber returns the digits of a number that may be written as a word.
func spanishNumber(word string) string {
	for i, name := range strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce") {
		if strings.EqualFold(word, name) {
			return strconv.Itoa(i)
		}
	}
	switch strings.ToLower(word) {
	case "un", "una":
		return "1"
	case "quince":
		return "15"
	case "veinte":
		return "20"
	case "veinticinco":
		return "25"
	case "treinta":
		return "30"
	}
	return word
}
