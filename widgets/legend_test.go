package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestLegend holds the words of all badges to one line at their left, and puts
// them below the badges where they would be cramped.
func TestLegend(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	entry := func(id string, stage Stage, badge, words string) LegendEntry {
		return LegendEntry{Badge: k.Badge(id, stage, badge), Words: NewText(RoleSecondary, words)}
	}
	l := NewLegend(entry("a", StageThankYou, "Thank-you due", "Within a day."), entry("b", StageOffer, "Offer", "Take the time you need."))
	for _, c := range []struct {
		width  float32
		beside bool
	}{{600, true}, {300, false}} {
		l.Resize(fyne.NewSize(c.width, l.heightFor(c.width)))
		first, second := l.entries[0], l.entries[1]
		if first.Words.Position().X != second.Words.Position().X {
			t.Errorf("at %v words begin at %v and %v, want one line", c.width, first.Words.Position().X, second.Words.Position().X)
		}
		if got := first.Words.Position().X > 0; got != c.beside {
			t.Errorf("at %v words beside the badges: %t, want %t", c.width, got, c.beside)
		}
		if end := second.Words.Position().Y + second.Words.Size().Height; end > l.heightFor(c.width)+0.5 {
			t.Errorf("at %v words end at %v, beyond the height of %v", c.width, end, l.heightFor(c.width))
		}
	}
}
