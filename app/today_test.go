package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/data"
	"afterword/widgets"
)

// twoCards opens Today with two thank-yous, and gives the focus to the first.
func twoCards(t *testing.T) (d *drive, acme, kestrel data.ID) {
	t.Helper()
	d = newDrive(t)
	acme, kestrel = d.met("Acme Robotics", "Dana Ruiz", 22), d.met("Kestrel Health", "Ruth Adeyemi", 20)
	d.until("both cards", func() bool { return d.page == screen.PageToday && d.text("today.card:1.title") != "" })
	d.chord(fyne.Key1)
	d.until("the focus on the first card", func() bool { return d.focused() == "today.card:0.primary" })
	return d, acme, kestrel
}

func TestLettersOnTodayAreAboutTheCardWithTheFocus(t *testing.T) {
	d, acme, kestrel := twoCards(t)
	for _, step := range []struct{ key, focus string }{{"j", "today.card:1.primary"}, {"J", "today.card:1.primary"}, {"k", "today.card:0.primary"}, {"k", "today.card:0.primary"}, {"j", "today.card:1.primary"}} {
		d.types(step.key)
		if got := d.focused(); got != step.focus {
			t.Errorf("%s gives the focus to %q, want %s", step.key, got, step.focus)
		}
	}
	d.types("t")
	d.until("T asks what they said", func() bool { return d.modal() == "said" })
	d.key(fyne.KeyEscape)
	d.types("l")
	d.until("L offers later dates", func() bool { return d.modal() == "later" })
	d.key(fyne.KeyEscape)
	d.types("s")
	d.until("S marks the second as sent", func() bool { return d.badge(kestrel) == data.BadgeWaiting })
	if got := d.badge(acme); got != data.BadgeThankYou {
		t.Errorf("the first is %s, want Thank-you due as before", got)
	}
	d.until("the focus on the card that is left", func() bool { return d.focused() == "today.card:0.primary" && d.text("today.card:1.title") == "" })
	d.types("E")
	d.until("E edits the application of the card", func() bool { return d.modal() == "edit" && d.selected == acme })
}

func TestChordsOnToday(t *testing.T) {
	d, acme, kestrel := twoCards(t)
	d.types("j")
	d.chord(fyne.KeyM)
	d.until("Ctrl+M marks the card with the focus as sent", func() bool { return d.badge(kestrel) == data.BadgeWaiting })
	d.until("its card is gone", func() bool { return d.text("today.card:1.title") == "" })
	d.chord(fyne.KeyL)
	if d.page != screen.PageLetter {
		t.Fatalf("Ctrl+L opens %q, want the letter", d.page)
	}
	d.until("the letter to Dana", func() bool { n, _ := d.node("letter.to"); return strings.Contains(n.Value, "dana@example.net") })
	d.chord(fyne.KeyM)
	d.until("Ctrl+M in the letter marks it as sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
}

func TestChordsReachTheChosenApplicationFromOtherPages(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.chord(fyne.Key3)
	d.chord(fyne.KeyL)
	d.chord(fyne.KeyM)
	d.rest()
	if d.page != screen.PageMail || d.badge(acme) != data.BadgeThankYou {
		t.Errorf("without a chosen application: page %s, badge %s, want nothing to happen", d.page, d.badge(acme))
	}
	d.choose(acme)
	d.chord(fyne.Key3)
	d.chord(fyne.KeyL)
	d.until("Ctrl+L opens its letter", func() bool { return d.page == screen.PageLetter })
	d.chord(fyne.Key3)
	d.chord(fyne.KeyM)
	d.until("Ctrl+M marks its note as sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
}

func TestFocusStaysWhenFactsChange(t *testing.T) {
	d, _, _ := twoCards(t)
	d.kit.Keys.Press(widgets.KeyPress{Rune: 'j'})
	d.met("Aardvark Books", "Ada Byron", 25) // its card comes first
	d.until("three cards", func() bool { return d.text("today.card:2.title") != "" })
	if got := d.focused(); got != "today.card:1.primary" {
		t.Errorf("the focus went to %q, want today.card:1.primary", got)
	}
}

func TestCheckMailSaysWhatItDoes(t *testing.T) {
	d := newDrive(t)
	d.key(fyne.KeyF5)
	d.toasted("No mailbox is connected")
}
