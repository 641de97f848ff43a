package invite

import (
	"testing"
	"time"
)

func TestSpanishWords(t *testing.T) {
	for text, want := range map[string]string{
		"antes del viernes":                               "by Friday",
		"para el viernes, 4 dic":                          "by Friday 4 December",
		"a más tardar el 4 de diciembre":                  "4 December",
		"hasta el 4 de dic. de 2026":                      "by 4 December 2026",
		"fin de la semana que viene":                      "end of next week",
		"a finales de la próxima semana":                  "end of next week",
		"a fines de mes":                                  "end of this month",
		"a principios del mes que viene":                  "beginning of next month",
		"a mediados de enero":                             "middle of January",
		"en la semana del 7 de diciembre":                 "week of 7 December",
		"la primera semana de diciembre":                  "first week of December",
		"después de las fiestas":                          "after the holidays",
		"en una o dos semanas":                            "in 1 to 2 weeks",
		"en un plazo de diez días hábiles":                "within 10 working days",
		"dentro de quince días":                           "in 2 weeks",
		"en un par de semanas":                            "in 2 weeks",
		"hace tres días":                                  "3 days ago",
		"el lunes o el martes de la semana que viene":     "Monday or Tuesday next week",
		"mañana 15:00":                                    "tomorrow 15:00",
		"mañana a las 3 de la tarde":                      "tomorrow at 3pm",
		"mañana por la mañana a las nueve y media":        "tomorrow in the morning at 9:30",
		"pasado mañana a las 4 menos cuarto":              "day after tomorrow at 3:45",
		"24 de noviembre a las 9":                         "24 November at 9",
		"el 24 a las 9":                                   "the 24th at 9",
		"martes 24, de las 9 a las 10 de la mañana":       "Tuesday the 24th, 9-10am",
		"1º de diciembre 10 h":                            "1 December 10:00",
		"primero de diciembre a las 10 h.":                "1 December at 10:00",
		"Noviembre 24 a las 3 p. m.":                      "24 November at 3pm",
		"viernes 12 de la noche":                          "Friday midnight",
		"lunes 12:30 del mediodía":                        "Monday 12:30pm",
		"MIERCOLES 2 de DICIEMBRE, entre las 15 y las 16": "Wednesday 2 December, 15-16",
		"manana a las 16h30":                              "tomorrow at 16:30",
		"hoy a la una y veinte":                           "today at 1:20",
		"mañana 15:00 hora de Madrid":                     "tomorrow 15:00 Madrid time",
	} {
		for _, language := range []string{"es", "en", "fr"} {
			if got := English(text, language); got != want {
				t.Errorf("English(%q, %s) = %q, want %q", text, language, got, want)
			}
		}
	}
}

// TestSpanishWordsOfTwo: what several languages write is of the window's.
func TestSpanishWordsOfTwo(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"mar 15:00", "es", "Tuesday 15:00"},
		{"mar 15:00", "en", "mar 15:00"},
		{"mar 3", "en", "mar 3"},
		{"mar 3 mar", "es", "Tuesday 3 March"},
		{"mar 1 dic", "en", "Tuesday 1 December"},
		{"Mar 24 at 3pm", "es", "Mar 24 at 3pm"},
		{"2 hours ago", "es", "2 hours ago"},
		{"3 ago 10:00", "es", "3 August 10:00"},
		{"vie 27 nov 10:00", "es", "Friday 27 November 10:00"},
		{"sáb 10:00", "es", "Saturday 10:00"},
		{"do it by Friday", "es", "do it by Friday"},
		{"demain à 15 h", "es", "tomorrow at 15:00"},
		{"mañana a las 15 h", "fr", "tomorrow at 15:00"},
		{"di., 1. Dez.", "es", "Tuesday, 1 December"},
		{"con Íñigo", "es", "con Íñigo"},
		{"", "es", ""},
	} {
		if got := English(c.text, c.language); got != c.want {
			t.Errorf("English(%q, %s) = %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

func TestSpanishTimes(t *testing.T) {
	zone := time.FixedZone("", 3600)
	r := Reader{Now: time.Date(2026, 11, 26, 12, 0, 0, 0, zone), Zone: zone, DayFirst: true, Language: "es"}
	for text, want := range map[string]string{
		"mañana 15:00":                             "2026-11-27T15:00:00+01:00",
		"mañana a las 3 de la tarde":               "2026-11-27T15:00:00+01:00",
		"viernes 14:30":                            "2026-11-27T14:30:00+01:00",
		"el próximo lunes a mediodía":              "2026-11-30T12:00:00+01:00",
		"el lunes que viene a las 10":              "2026-11-30T10:00:00+01:00",
		"en 2 días":                                "2026-11-28",
		"en dos horas":                             "2026-11-26T14:00:00+01:00",
		"ayer 10h":                                 "2026-11-25T10:00:00+01:00",
		"24 de noviembre a las 9":                  "2026-11-24T09:00:00+01:00 or 2027-11-24T09:00:00+01:00",
		"martes 1 de diciembre, de 9 a 10":         "2026-12-01T09:00:00+01:00/2026-12-01T10:00:00+01:00",
		"1 dic de 15:00 a 16:00":                   "2026-12-01T15:00:00+01:00/2026-12-01T16:00:00+01:00",
		"jueves de la semana que viene a las 11 h": "2026-12-03T11:00:00+01:00",
		"próximo jueves":                           "2026-12-03",
		"el miércoles próximo":                     "2026-12-02",
		"el siguiente viernes":                     "2026-12-04 or 2026-11-27",
		"el lunes pasado":                          "2026-11-23",
		"mar 1 dic, 10:00":                         "2026-12-01T10:00:00+01:00",
		"el 4 a las 10:00":                         "2026-12-04T10:00:00+01:00",
		"mañana por la mañana a las 9":             "2026-11-27T09:00:00+01:00",
		"mañana a las 8 de la noche":               "2026-11-27T20:00:00+01:00",
		"esta tarde a las 5":                       "2026-11-26T17:00:00+01:00",
		"mañana a las 10 durante 45 minutos":       "2026-11-27T10:00:00+01:00/2026-11-27T10:45:00+01:00",
		"hoy":                                      "2026-11-26",
		"mañana por la tarde":                      "! part mañana por la tarde",
		"mañana con Íñigo":                         "! unknown con Íñigo",
		"lunes 1 de diciembre":                     "! weekday Monday",
		"31 de noviembre":                          "! no_day 31 de noviembre",
	} {
		w, err := r.When(text)
		if got := described(w, err); got != want {
			t.Errorf("When(%q) = %s from %q, want %s", text, got, English(text, "es"), want)
		}
	}
}
