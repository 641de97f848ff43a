package words

import (
	"testing"
	"time"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
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

// TestFrench: days and months have no capital but at the beginning, the first of
// a month is counted, and an hour stands apart from its "h".
func TestFrench(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	assets.SetLanguage("fr")
	s := speaker(t)
	day := s.Today()
	for _, c := range []struct{ got, want string }{
		{s.Soon(day), "Aujourd’hui"},
		{s.Soon(day.Add(3)), "jeu."},
		{s.Soon(day.Add(8)), "dans 8 jours"},
		{s.Soon(day.Add(14)), "7 déc."},
		{s.Soon(day.Add(400)), "déc. 2027"},
		{Sentence(s.Weekday(day)), "Lundi 23 novembre"},
		{MonthOf(day), "Novembre 2026"},
		{LongDate(day.Add(8)), "1er décembre 2026"},
		{s.Day(day.Add(8)), "mar. 1er déc."},
		{s.Day(day.Add(9)), "mer. 2 déc."},
		{s.Full(s.Now), "lun. 23 nov., 14:00"},
		{s.By(s.Now.Add(2 * time.Hour)), "Aujourd’hui, avant 16 h"},
		{s.By(s.Now.Add(150 * time.Minute)), "Aujourd’hui, avant 16 h 30"},
		{s.Since(s.Now.Add(-24 * time.Hour)), "hier, 14:00"},
		{s.Since(s.Now.Add(-4 * time.Minute)), "il y a quatre minutes"},
		{s.MetOn(day.Add(-3)), "vendredi"},
		{s.MetOn(day.Add(-10)), "le 13 novembre"},
		{s.Names([]string{"Dana", "Lee", "Sam"}), "Dana, Lee et Sam"},
		{s.ClocksBy(-30 * time.Minute), "Heure : −0,5 h"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	for tag, want := range map[string]time.Weekday{"fr": time.Monday, "fr_BE.UTF-8": time.Monday, "fr-CA": time.Sunday} {
		if got := FirstWeekday(tag); got != want {
			t.Errorf("%s: got %v as the first day, want %v", tag, got, want)
		}
	}
}

// TestBadges: in every language the nine badges are nine short words that tell
// themselves apart: a row of the list has no room for more.
func TestBadges(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	for _, language := range assets.Languages() {
		assets.SetLanguage(language)
		said := make(map[string]data.Badge)
		for _, b := range []data.Badge{
			data.BadgeInterview, data.BadgeThankYou, data.BadgeCheckIn, data.BadgeStay, data.BadgeReplied,
			data.BadgeOffer, data.BadgeClosed, data.BadgeNothing, data.BadgeWaiting,
		} {
			text := Badge(b)
			if n := utf8.RuneCountInString(text); n == 0 || n > 20 {
				t.Errorf("%s: %q has %d letters, want at most 20", language, text, n)
			}
			if other, taken := said[text]; taken {
				t.Errorf("%s: got %q for %s and %s, want two words", language, text, other, b)
			}
			said[text] = b
		}
	}
}
