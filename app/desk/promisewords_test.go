package desk

import (
	"testing"
	"time"

	"afterword/app/followup"
	"afterword/app/invite"
	"afterword/data"
)

// TestPromisesInOtherLanguages: what was said about the date may be typed in the
// language of the window.
func TestPromisesInOtherLanguages(t *testing.T) {
	said := data.Day{Year: 2026, Month: time.November, Day: 26}
	for _, c := range []struct{ language, text, want string }{
		{"de", "bis Freitag", "2026-11-27"},
		{"de", "bis Freitag, 4. Dez.", "2026-12-04"},
		{"de", "bis zum 4.12.", "2026-12-04"},
		{"de", "4. Dezember", "2026-12-04"},
		{"de", "4.12.2026", "2026-12-04"},
		{"de", "bis Ende n\u00e4chster Woche", "2026-12-04"},
		{"de", "in zwei Wochen", "2026-12-10"},
		{"fr", "d'ici vendredi", "2026-11-27"},
		{"fr", "vendredi prochain au plus tard", "2026-12-04"},
		{"fr", "avant vendredi 4 d\u00e9c.", "2026-12-04"},
		{"fr", "pour le 4 d\u00e9cembre", "2026-12-04"},
		{"fr", "fin de semaine prochaine", "2026-12-04"},
		{"fr", "d\u2019ici la fin de la semaine prochaine", "2026-12-04"},
		{"fr", "dans la semaine", "2026-11-27"},
		{"fr", "la semaine prochaine", "2026-12-04"},
		{"fr", "d\u00e9but de semaine prochaine", "2026-12-02"},
		{"fr", "la semaine du 7 d\u00e9cembre", "2026-12-11"},
		{"fr", "d'ici deux semaines", "2026-12-10"},
		{"fr", "sous dix jours", "2026-12-06"},
		{"fr", "sous huitaine", "2026-12-03"},
		{"fr", "dans une ou deux semaines", "2026-12-10"},
		{"fr", "d'ici \u00e0 la fin du mois", "2026-11-30"},
		{"fr", "le mois prochain", "2026-12-31"},
		{"fr", "mi-d\u00e9cembre", "2026-12-20"},
		{"fr", "d\u00e9but janvier", "2027-01-10"},
		{"fr", "courant janvier", "2027-01-31"},
		{"fr", "avant la fin de l'ann\u00e9e", "2026-12-31"},
		{"fr", "nous reviendrons vers vous d'ici mardi", "2026-12-01"},
		{"es", "antes del viernes", "2026-11-27"},
		{"es", "para el viernes, 4 dic", "2026-12-04"},
		{"es", "a más tardar el próximo viernes", "2026-11-27"},
		{"es", "el viernes de la semana que viene", "2026-12-04"},
		{"es", "hasta el 4 de diciembre", "2026-12-04"},
		{"es", "fin de la semana que viene", "2026-12-04"},
		{"es", "a finales de la próxima semana", "2026-12-04"},
		{"es", "a lo largo de la semana", "2026-11-27"},
		{"es", "durante la semana que viene", "2026-12-04"},
		{"es", "a principios de la semana que viene", "2026-12-02"},
		{"es", "la semana del 7 de diciembre", "2026-12-11"},
		{"es", "en dos semanas", "2026-12-10"},
		{"es", "en una o dos semanas", "2026-12-10"},
		{"es", "en un plazo de diez días", "2026-12-06"},
		{"es", "en cinco días hábiles", "2026-12-03"},
		{"es", "en unos quince días", "2026-12-10"},
		{"es", "antes de fin de mes", "2026-11-30"},
		{"es", "el mes que viene", "2026-12-31"},
		{"es", "a mediados de diciembre", "2026-12-20"},
		{"es", "a principios de enero", "2027-01-10"},
		{"es", "a lo largo de enero", "2027-01-31"},
		{"es", "antes de que acabe el año", "2026-12-31"},
		{"es", "antes de finales de año", "2026-12-31"},
		{"es", "después de las fiestas", "2027-01-10"},
		{"es", "te diremos algo el martes o el miércoles", "2026-12-02"},
		{"es", "nos pondremos en contacto contigo antes del martes", "2026-12-01"},
		{"es", "mañana", "2026-11-27"},
		{"es", "hoy mismo", "2026-11-26"},
	} {
		got, ok := followup.Promise(invite.English(c.text, c.language), said, nil, []int{5, 6})
		if !ok || got.String() != c.want {
			t.Errorf("%q, read as %q: got %v, %v, want %s", c.text, invite.English(c.text, c.language), got, ok, c.want)
		}
	}
}
