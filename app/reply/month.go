package reply

import (
	"strings"
	"time"
	"unicode/utf8"
)

// monthNames lists the months of the languages that notices come in, each
// language a line from January on; a word is matched by its beginning.
func monthNames() []string {
	return []string{
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"jänner februar märz april mai juni juli august september oktober november dezember",
		"janv févr mars avri mai juin juil août sept octo nove déce",
		"ener febr marz abri mayo juni juli agos sept octu novi dici",
		"genn febb marz apri magg giug lugl agos sett otto nove dice",
		"janu febr maar apri mei juni juli augu sept okto nove dece",
		"jane feve marc abri maio junh julh agos sete outu nove deze",
		"janu febr mars apri maj juni juli augu sept okto nove dece",
		"tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
		"sty lut mar kwi maj cze lip sie wrz paź lis gru",
		"leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
		"ledna února března dubna května června července srpna září října listopadu prosince",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
		"январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
		"січ лют берез квіт трав черв лип серп верес жовт листопад груд",
	}
}

// weekdayNames lists the weekdays in the same way, from Monday on.
func weekdayNames() []string {
	return []string{
		"monday tuesday wednesday thursday friday saturday sunday",
		"montag dienstag mittwoch donnerstag freitag samstag sonntag",
		"lundi mardi mercredi jeudi vendredi samedi dimanche",
		"lunes martes miércoles jueves viernes sábado domingo",
		"lunedì martedì mercoledì giovedì venerdì sabato domenica",
		"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
		"segunda terça quarta quinta sexta sábado domingo",
		"måndag tisdag onsdag torsdag fredag lördag söndag",
		"mandag tirsdag onsdag torsdag fredag lørdag søndag",
	}
}

// month reads the name of a month, whole or shortened; 0 for none.
func month(word string) time.Month {
	word = strings.ToLower(strings.Trim(word, ".,"))
	if utf8.RuneCountInString(word) < 3 && word != "ма" {
		return 0
	}
	for _, language := range monthNames() {
		var found time.Month
		longest := 0
		for i, name := range strings.Fields(language) {
			short := strings.HasPrefix(name, word) && utf8.RuneCountInString(word) >= 3
			if (strings.HasPrefix(word, name) || short) && len(name) > longest {
				found, longest = time.Month(i+1), len(name)
			}
		}
		if found != 0 && plausible(word) {
			return found
		}
	}
	return 0
}

// plausible keeps out words that merely begin like a month.
func plausible(word string) bool {
	switch word {
	case "march", "mars", "mart", "marzo", "märz", "maart", "março", "marca", "marec", "mar", "марта", "март", "may", "mayo", "mai", "maj", "maja", "mei", "maio", "maggio", "мая", "май":
		return true
	}
	for _, no := range []string{"mark", "mari", "mayb", "mail", "main", "made", "sepa", "octa", "nova", "deci", "decl", "janit", "junk", "juli-", "augm", "apro", "appl", "feb-", "elok-", "lokal", "maint", "mayor", "major", "marg", "martin", "sende", "nove ", "deut"} {
		if strings.HasPrefix(word, no) {
			return false
		}
	}
	return utf8.RuneCountInString(word) <= 14
}

// weekday reads the name of a weekday.
func weekday(word string) (time.Weekday, bool) {
	word = strings.ToLower(strings.Trim(word, ".,"))
	if utf8.RuneCountInString(word) < 5 {
		return 0, false
	}
	for _, language := range weekdayNames() {
		for i, name := range strings.Fields(language) {
			if strings.HasPrefix(word, name) {
				return time.Weekday((i + 1) % 7), true
			}
		}
	}
	return 0, false
}
