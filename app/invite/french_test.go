package invite

import (
	"testing"
	"time"
)

func TestFrenchWords(t *testing.T) {
	for text, want := range map[string]string{
		"d'ici vendredi": "by Friday",
		"d\u2019ici la fin de la semaine prochaine": "by end of next week",
		"fin de semaine prochaine":                  "end of next week",
		"d'ici fin novembre":                        "by end of November",
		"avant le 4 d\u00e9cembre":                  "by 4 December",
		"d'ici au 4 d\u00e9c.":                      "by 4 December",
		"sous dix jours ouvr\u00e9s":                "within 10 working days",
		"dans deux \u00e0 trois semaines":           "in 2 to 3 weeks",
		"dans quinze jours":                         "in 2 weeks",
		"le 1er d\u00e9c. \u00e0 9\u00a0h\u00a030":  "1 December at 9:30",
		"mar. 24 nov.":                              "Tuesday 24 November",
		"3 mars":                                    "3 March",
		"la semaine du 7 d\u00e9cembre":             "week of 7 December",
	} {
		if got := English(text, "en"); got != want {
			t.Errorf("English(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestFrenchWordsOfTwo: what several languages write is of the window's.
func TestFrenchWordsOfTwo(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"mar 15:00", "fr", "Tuesday 15:00"},
		{"mar 15:00", "en", "mar 15:00"},
		{"mar 3", "en", "mar 3"},
		{"Mar 24 at 3pm", "fr", "Mar 24 at 3pm"},
		{"3 mar", "fr", "3 March"},
		{"dans sept jours", "fr", "in 7 days"},
		{"7 sept", "fr", "7 September"},
		{"do it by Friday", "fr", "do it by Friday"},
		{"di., 1. Dez.", "de", "Tuesday, 1 December"},
		{"avec Zo\u00e9", "fr", "avec Zo\u00e9"},
		{"", "fr", ""},
	} {
		if got := English(c.text, c.language); got != c.want {
			t.Errorf("English(%q, %s) = %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

func TestFrenchTimes(t *testing.T) {
	r := Reader{Now: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC), Zone: time.UTC, DayFirst: true, Language: "fr"}
	for text, want := range map[string]string{
		"demain 15h":                                 "2026-11-27T15:00:00Z",
		"demain \u00e0 15 h":                         "2026-11-27T15:00:00Z",
		"Demain matin 9h":                            "2026-11-27T09:00:00Z",
		"vendredi 14h30":                             "2026-11-27T14:30:00Z",
		"lundi prochain \u00e0 midi":                 "2026-11-30T12:00:00Z",
		"lundi prochain \u00e0 midi et demi":         "2026-11-30T12:30:00Z",
		"dans 2 jours":                               "2026-11-28",
		"dans une semaine \u00e0 10h":                "2026-12-03T10:00:00Z",
		"dans deux heures":                           "2026-11-26T14:00:00Z",
		"il y a 3 jours":                             "2026-11-23",
		"hier 10h":                                   "2026-11-25T10:00:00Z",
		"avant-hier \u00e0 10h":                      "2026-11-24T10:00:00Z",
		"apr\u00e8s-demain 9h15":                     "2026-11-28T09:15:00Z",
		"maintenant":                                 "2026-11-26T12:00:00Z",
		"aujourd\u2019hui \u00e0 17h":                "2026-11-26T17:00:00Z",
		"le 24 novembre \u00e0 9\u202fh":             "2026-11-24T09:00:00Z or 2027-11-24T09:00:00Z",
		"24/11 \u00e0 10h":                           "2026-11-24T10:00:00Z or 2027-11-24T10:00:00Z",
		"le 24/11/2026 \u00e0 10h30":                 "2026-11-24T10:30:00Z",
		"mardi 1er d\u00e9cembre, 10:00":             "2026-12-01T10:00:00Z",
		"mar. 1 d\u00e9c. 10:00":                     "2026-12-01T10:00:00Z",
		"mer 10h":                                    "2026-12-02T10:00:00Z",
		"lundi 30 \u00e0 9h":                         "2026-11-30T09:00:00Z",
		"le 30 \u00e0 9h":                            "2026-11-30T09:00:00Z",
		"lundi de 14h \u00e0 15h":                    "2026-11-30T14:00:00Z/2026-11-30T15:00:00Z",
		"lundi 14h-15h30":                            "2026-11-30T14:00:00Z/2026-11-30T15:30:00Z",
		"lundi entre 9 et 10h":                       "2026-11-30T09:00:00Z/2026-11-30T10:00:00Z",
		"lundi 14 h 30 \u2013 15 h":                  "2026-11-30T14:30:00Z/2026-11-30T15:00:00Z",
		"15h 4 d\u00e9cembre":                        "2026-12-04T15:00:00Z",
		"lundi \u00e0 9 heures et demie":             "2026-11-30T09:30:00Z",
		"lundi \u00e0 3 heures de l'apr\u00e8s-midi": "2026-11-30T15:00:00Z",
		"mardi de la semaine prochaine \u00e0 11h":   "2026-12-01T11:00:00Z",
		"lundi 10h pendant 45 minutes":               "2026-11-30T10:00:00Z/2026-11-30T10:45:00Z",
		"lundi 15h heure de Paris":                   "2026-11-30T15:00:00+01:00 in Europe/Paris",
		"le vendredi 4 \u00e0 10 heures":             "2026-12-04T10:00:00Z",
		"mercredi en huit \u00e0 10h":                "2026-12-09T10:00:00Z",
		"jeudi 14h pendant 1h30":                     "2026-12-03T14:00:00Z/2026-12-03T15:30:00Z",
		"jeudi 14h (1h)":                             "2026-12-03T14:00:00Z/2026-12-03T15:00:00Z",
		"jeudi \u00e0 partir de 14h":                 "2026-12-03T14:00:00Z",
		"apr\u00e8s demain 10h":                      "2026-11-28T10:00:00Z",
		"lundi 9h (heure de Montr\u00e9al)":          "2026-11-30T09:00:00-05:00 in America/Toronto",
		"lundi 15h avec Zo\u00e9":                    "! unknown avec Zo\u00e9",
		"30 f\u00e9vrier":                            "! no_day 30 février",
	} {
		w, err := r.When(text)
		if got := described(w, err); got != want {
			t.Errorf("When(%q) = %s, want %s", text, got, want)
		}
	}
}
