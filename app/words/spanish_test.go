package words

import (
	"testing"
	"time"

	"afterword/assets"
)

// TestSpanish: days have no capital but at the beginning, and "y" gives way to
// "e" before its own sound.
func TestSpanish(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	assets.SetLanguage("es")
	s := speaker(t)
	day := s.Today()
	for _, c := range []struct{ got, want string }{
		{s.Soon(day), "Hoy"},
		{s.Soon(day.Add(3)), "jue"},
		{s.Soon(day.Add(8)), "en 8 días"},
		{s.Soon(day.Add(14)), "7 dic"},
		{s.Soon(day.Add(400)), "dic 2027"},
		{s.Weekday(day), "lunes 23 de noviembre"},
		{Sentence(s.Weekday(day)), "Lunes 23 de noviembre"},
		{MonthOf(day), "Noviembre de 2026"},
		{LongDate(day), "23 de noviembre de 2026"},
		{s.Day(day.Add(8)), "mar 1 dic"},
		{s.Full(s.Now), "lun 23 nov, 14:00"},
		{s.By(s.Now.Add(2 * time.Hour)), "Hoy, antes de las 16:00"},
		{s.Ago(s.Now.Add(-24 * time.Hour)), "ayer, 14:00"},
		{s.Since(s.Now.Add(-4 * time.Minute)), "hace cuatro minutos"},
		{s.MetOn(day.Add(-3)), "el viernes"},
		{s.MetOn(day.Add(-10)), "el 13 de noviembre"},
		{s.Names([]string{"Dana", "Lee", "Sam"}), "Dana, Lee y Sam"},
		{s.Names([]string{"Dana", "Inés"}), "Dana e Inés"},
		{s.Names([]string{"Dana", "Hilda"}), "Dana e Hilda"},
		{s.Names([]string{"Dana", "Íñigo"}), "Dana e Íñigo"},
		{s.Names([]string{"Dana", "Yvonne"}), "Dana e Yvonne"},
		{s.Names([]string{"Dana", "Yolanda"}), "Dana y Yolanda"},
		{s.Names([]string{"Dana", "Hierro"}), "Dana y Hierro"},
		{s.Names([]string{"Dana", "I"}), "Dana e I"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if got := FirstWeekday("es"); got != time.Monday {
		t.Errorf("got %v as the first day in Spain, want Monday", got)
	}
	if got := FirstWeekday("es_MX.UTF-8"); got != time.Sunday {
		t.Errorf("got %v as the first day in Mexico, want Sunday", got)
	}
}
