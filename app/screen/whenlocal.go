package screen

import (
	"strings"

	"afterword/app/invite"
	"afterword/app/words"
	"afterword/data"
)

// whenLocal writes a time that reads back the same with its day in the user's
// language, "mer. 14 oct. 2026 16:00" for "Wed 14 Oct 2026 16:00"; a text that would
// not be read the same stays as it is.
func (h *Host) whenLocal(text string) string {
	r, err := h.Desk.Reader(h.Context)
	if err != nil || r.Language == "en" {
		return text
	}
	w, err := r.When(text)
	if err != nil || len(w.Others) > 0 {
		return text
	}
	day := invite.When{Date: w.Date}
	if !w.Start.IsZero() {
		day.Date = data.DayOf(w.Start, w.Start.Location())
	}
	rest, found := strings.CutPrefix(text, day.Written())
	if !found {
		return text
	}
	local := words.Dated(day.Date) + rest
	if l, err := r.When(local); err != nil || len(l.Others) > 0 || !l.Start.Equal(w.Start) || !l.End.Equal(w.End) || l.Date != w.Date || l.Zone != w.Zone {
		return text
	}
	return local
}
