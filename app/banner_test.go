package app

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/data"
	"afterword/widgets"
)

// receives files a mail from a person as one that arrived.
func (d *drive) receives(from, id, text string) {
	d.Helper()
	raw := fmt.Appendf(nil, "From: %s\r\nTo: robin@example.org\r\nSubject: Product designer\r\nMessage-ID: <%s>\r\nDate: Mon, 23 Nov 2026 14:30:00 +0100\r\n\r\n%s\r\n", from, id, text)
	got, err := d.desk.Receive(context.Background(), data.Batch{Mails: []data.Mail{{Raw: raw}}})
	if err != nil || got.Stopped != 1 {
		d.Fatalf("mail from %s: %+v, %v, want a reply that stops the plan", from, got, err)
	}
}

const kind = "Hello Robin,\r\n\r\nthank you, we would like to talk again next week.\r\n"

func TestBannerUndoAndRedo(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.receives("Dana Ruiz <dana@example.net>", "r1@example.net", kind)
	d.says("banner:1", "Dana at Acme Robotics wrote back")
	d.until("the badge", func() bool { return d.text("detail.badge") == "They replied" })
	d.tap("banner:1.undo")
	d.toasted("Plan restored. We'll treat that mail as unrelated.")
	d.until("the badge before", func() bool { return d.text("detail.badge") == "Thank-you due" })
	d.until("no banner after Undo", func() bool {
		_, there := d.node("banner:1")
		return !there
	})
	d.tap(d.toastID() + ".action")
	d.toasted("Put back: ")
	d.until("the badge again", func() bool { return d.text("detail.badge") == "They replied" })
	d.tap(d.toastID() + ".action")
	d.until("the badge before, once more", func() bool { return d.badge(acme) == data.BadgeThankYou })
}

// toastID is the id of the line at the bottom.
func (d *drive) toastID() string { return fmt.Sprintf("toast:%d", d.toasts) }

func TestBannersKeepTheirNumbersUntilDismissed(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	kestrel := d.met("Kestrel Health", "Ruth Adeyemi", 20)
	d.receives("Dana Ruiz <dana@example.net>", "r1@example.net", kind)
	d.says("banner:1", "Acme Robotics")
	d.receives("Ruth Adeyemi <ruth@example.net>", "r2@example.net", kind)
	d.says("banner:2", "Kestrel Health")
	d.tap("banner:1.dismiss")
	d.says("banner:2", "Kestrel Health")
	d.chord(fyne.Key3)
	d.says("banner:2", "Kestrel Health")
	if _, there := d.node("banner:1"); there {
		t.Error("a dismissed banner is shown on another page")
	}
	d.tap("banner:2.see")
	d.until("the mail over its application", func() bool { return d.modal() == "message" && d.page == screen.PageInterviews && d.selected == kestrel })
	d.key(fyne.KeyEscape)
	d.rest()
	d.close()
	again := openDrive(t, d.profile)
	again.says("banner:1", "Kestrel Health")
	if _, there := again.node("banner:2"); there {
		t.Error("the dismissed banner is back after a restart")
	}
}

// TestManyBannersFold to one in a window that has no room for them, by a line that
// unfolds them again, and leave the page half of the window.
func TestManyBannersFold(t *testing.T) {
	d := newDrive(t)
	d.win.Resize(fyne.NewSize(800, 600))
	d.choose(d.met("Acme Robotics", "Dana Ruiz", 22))
	for i, person := range []string{"Dana Ruiz", "Ruth Adeyemi", "Lee Park", "Ines Moreau", "Tom Quill"} {
		if i > 0 {
			d.met(fmt.Sprintf("Company %d", i), person, 20)
		}
		first, _, _ := strings.Cut(strings.ToLower(person), " ")
		d.receives(person+" <"+first+"@example.net>", fmt.Sprintf("r%d@example.net", i), kind)
		d.says(fmt.Sprintf("banner:%d", i+1), "wrote back")
	}
	d.says("banner.more", "and four more")
	if _, there := d.node("banner:4"); there {
		t.Error("a second banner shows in a window without room for five")
	}
	d.win.Canvas().Focus(widgets.Named(d.win.Canvas(), "banner.more"))
	d.key(fyne.KeyReturn)
	d.says("banner.more", "Fewer")
	for i := 1; i <= 5; i++ {
		for _, part := range []string{"", ".see", ".undo", ".dismiss"} {
			if _, there := d.node(fmt.Sprintf("banner:%d%s", i, part)); !there {
				t.Errorf("unfolded, banner:%d%s does not show", i, part)
			}
		}
	}
	if n, _ := d.node("detail.title"); n.Y > 400 {
		t.Errorf("the page begins at %d, want it to keep half of the window", n.Y)
	}
	if got := d.focused(); got != "banner.more" {
		t.Errorf("the focus is on %q, want it where it was", got)
	}
	d.inSight("unfolded")
	d.key(fyne.KeyReturn)
	d.says("banner.more", "and four more")
	d.tap("banner:5.dismiss")
	d.says("banner.more", "and three more")
	d.tap("banner:4.dismiss")
	d.win.Resize(fyne.NewSize(1200, 800))
	d.until("all three in a window with room for them", func() bool {
		_, third := d.node("banner:1")
		_, more := d.node("banner.more")
		return third && !more
	})
}

func TestBannerLeavesANarrowWindowWhereItIs(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.win.Resize(fyne.NewSize(700, 600))
	d.choose(acme)
	d.says("detail.badge", "Thank-you due")
	d.receives("Dana Ruiz <dana@example.net>", "r1@example.net", kind)
	d.says("banner:1", "wrote back")
	if d.text("detail.badge") == "" {
		t.Error("the banner threw the user back to the list")
	}
	d.tap("banner:1.dismiss")
	if d.text("detail.badge") == "" {
		t.Error("dismissing the banner threw the user back to the list")
	}
}

func TestUndoNamesWhatItTookBack(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.chord(fyne.KeyM)
	d.toasted("Nothing more to do until")
	d.until("the badge", func() bool { return d.text("detail.badge") == "Waiting" })
	d.chord(fyne.KeyZ)
	d.toasted("Taken back: Thank-you to Dana Ruiz sent")
	d.held(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierShift)
	d.toasted("Put back: Thank-you to Dana Ruiz sent")
	d.until("the badge again", func() bool { return d.badge(acme) == data.BadgeWaiting })
	d.tap(d.toastID() + ".action")
	d.toasted("Taken back: ")
	for range 3 { // more than there is
		d.chord(fyne.KeyZ)
		d.rest()
	}
	d.toasted("Nothing to take back.")
}

func TestUndoInATextFieldIsItsOwnFirst(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.chord(fyne.KeyM)
	d.until("the note is sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
	d.types("/")
	d.types("acme")
	d.chord(fyne.KeyZ)
	if n, _ := d.node("list.search"); n.Value != "" || d.badge(acme) != data.BadgeWaiting {
		t.Errorf("Ctrl+Z in the search: field %q, badge %s, want the typed text gone and the note still sent", n.Value, d.badge(acme))
	}
	d.chord(fyne.KeyZ)
	d.until("the note is due again", func() bool { return d.badge(acme) == data.BadgeThankYou })
}

func TestRowsSortAnewAfterUndo(t *testing.T) {
	d := newDrive(t)
	acme, kestrel := d.met("Acme Robotics", "Dana Ruiz", 22), d.met("Kestrel Health", "Ruth Adeyemi", 20)
	acmeFirst := func() bool {
		a, _ := d.node("list.row:" + string(acme))
		b, _ := d.node("list.row:" + string(kestrel))
		return a.Y < b.Y
	}
	d.choose(acme)
	d.until("Acme first", acmeFirst)
	d.chord(fyne.KeyM)
	d.until("Kestrel first", func() bool { return !acmeFirst() })
	d.chord(fyne.KeyZ)
	d.until("Acme first again", acmeFirst)
}

// TestExamplesSaySo on every page, with the way to the user's own.
func TestExamplesSaySo(t *testing.T) {
	d, _ := withExamples(t)
	if d.text("examples.own") != "" {
		t.Error("the user's own window says that it shows examples")
	}
	d.ownHome = t.TempDir()
	for _, key := range []fyne.KeyName{fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.KeyComma, fyne.Key1} {
		d.chord(key)
		d.rest()
		d.says("examples.text", "These are examples.")
		d.says("examples.own", "Start with my own")
	}
}
