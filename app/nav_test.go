package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/data"
)

func TestKeysOpenPages(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	d.until("today", func() bool { return d.page == screen.PageToday && d.text("today.card:0.title") != "" })
	for _, key := range []struct {
		name  fyne.KeyName
		page  string
		focus string
	}{
		{fyne.Key2, screen.PageInterviews, "list.row:"},
		{fyne.KeyComma, screen.PageSettings, "mailbox.email"},
		{fyne.Key3, screen.PageMail, ""},
		{fyne.Key1, screen.PageToday, "today.card:0.primary"},
	} {
		d.chord(key.name)
		if d.page != key.page {
			t.Errorf("Ctrl+%s opens %q, want %q", key.name, d.page, key.page)
		}
		d.until("the focus on "+key.focus, func() bool {
			got := d.focused()
			return got == key.focus || key.focus != "" && len(got) > len(key.focus) && got[:len(key.focus)] == key.focus
		})
		if n, _ := d.node("nav." + key.page); n.Value != "selected" {
			t.Errorf("on %s its place in the sidebar is %q, want selected", key.page, n.Value)
		}
	}
}

func TestNarrowWindowShowsTheListFirst(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.win.Resize(fyne.NewSize(700, 600))
	d.choose(acme)
	if _, list := d.node("list.add"); list {
		t.Error("with an application chosen the list shows, want its detail")
	}
	d.tap("detail.back")
	d.says("list.row:"+string(acme), "Acme Robotics")
	d.open(screen.Place{Page: screen.PageInterviews, Application: acme})
	d.says("detail.badge", "Thank-you due")
	d.chord(fyne.Key2)
	d.says("list.row:"+string(acme), "Acme Robotics")
	if d.selected != acme {
		t.Errorf("selected is %q, want %q as before", d.selected, acme)
	}
	d.key(fyne.KeyReturn)
	d.says("detail.badge", "Thank-you due")
	d.key(fyne.KeyEscape)
	d.says("list.row:"+string(acme), "Acme Robotics")
}

func TestSingleLettersWhereNoTextHasTheFocus(t *testing.T) {
	d := newDrive(t)
	acme, kestrel := d.met("Acme Robotics", "Dana Ruiz", 22), d.met("Kestrel Health", "Ruth Adeyemi", 20)
	d.chord(fyne.Key2)
	d.says("list.row:"+string(acme), "Acme Robotics")
	d.types("j")
	d.until("J chooses the first row", func() bool { return d.selected == acme })
	d.types("j")
	d.until("J chooses the next", func() bool { return d.selected == kestrel })
	d.types("k")
	d.until("K goes back", func() bool { return d.selected == acme && d.text("detail.title") == "Acme Robotics" })

	d.types("/")
	if got := d.focused(); got != "list.search" {
		t.Fatalf("/ gives the focus to %q, want list.search", got)
	}
	d.types("sT?")
	if got, _ := d.node("list.search"); got.Value != "sT?" || d.modal() != "" {
		t.Errorf("letters in a field: got %q with sheet %q, want sT? and no sheet", got.Value, d.modal())
	}
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.choose(acme)
	d.types("t")
	d.until("T asks what they said", func() bool { return d.modal() == "said" })
	d.key(fyne.KeyEscape)
	d.types("?")
	d.until("? shows the keys", func() bool { return d.modal() == "shortcuts" })
	d.key(fyne.KeyEscape)
	d.types("e")
	d.until("E edits", func() bool { return d.modal() == "edit" })
	d.key(fyne.KeyEscape)
	d.types("l")
	d.until("L offers later dates", func() bool { return d.modal() == "later" })
	d.key(fyne.KeyEscape)
	d.types("s")
	d.until("S marks as sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
	d.choose(kestrel)
	d.types("d")
	d.until("D opens the letter", func() bool { return d.page == screen.PageLetter })
}
