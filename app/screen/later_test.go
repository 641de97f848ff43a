package screen

import (
	"strings"
	"testing"
	"time"

	"afterword/data"
	"afterword/widgets"
)

// TestLaterIsLater: what is no later than an item stands already is not offered,
// and a typed date that is earlier moves nothing.
func TestLaterIsLater(t *testing.T) {
	for _, c := range []struct {
		days int // from today to the item's due
		want string
	}{
		{0, "later.tomorrow later.monday later.week later.date"},
		{-3, "later.tomorrow later.monday later.week later.date"},
		{3, "later.monday later.week later.date"},
		{30, "later.date"},
	} {
		s := newStage(t)
		beside := s.Kit.Button("beside", "Later", nil)
		s.show(beside)
		item := data.Item{Key: "check_in:1", Due: s.Desk.Now().Add(time.Duration(c.days) * 24 * time.Hour)}
		s.laterMenu(s.acme(), item, beside)
		var got []string
		_, nodes := widgets.Nodes(s.win.Canvas())
		for _, n := range nodes {
			if n.Role == "menuitem" {
				got = append(got, n.ID)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("due in %d days: offered %q, want %q", c.days, got, c.want)
		}
	}
	s := newStage(t)
	item := data.Item{Key: "check_in:1", Due: s.Desk.Now().Add(72 * time.Hour)}
	s.putOff(s.acme(), item, data.DayOf(s.Desk.Now(), s.Desk.Zone()).Add(1))
	if len(s.said) != 1 || !strings.Contains(s.said[0], "Thu 26 Nov") {
		t.Errorf("a date before the item's own: said %q, want that it stays on Thu 26 Nov", s.said)
	}
}
