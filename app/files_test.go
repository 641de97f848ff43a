package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"afterword/data"
)

// file writes a file to be handed over.
func (d *drive) file(name, text string) string {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, "\n", "\r\n")), 0o600); err != nil {
		d.Fatal(err)
	}
	return path
}

const mailOfDana = `From: Dana Ruiz <dana@example.net>
To: robin@example.org
Subject: Re: Product designer
Date: Mon, 23 Nov 2026 14:30:00 +0100
Message-ID: <answer@example.net>

Hello Robin,

thank you for coming in. We would like to invite you to a second talk.

Dana
`

const meeting = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:second@example.net
DTSTAMP:20261123T120000Z
DTSTART:20261203T090000Z
DTEND:20261203T100000Z
SUMMARY:Interview
ORGANIZER;CN=Ruth Adeyemi:mailto:ruth@kestrel.example
END:VEVENT
END:VCALENDAR
`

func TestMailFileIsFiledOnce(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	mail := d.file("Answer.EML", mailOfDana)
	d.raise([]string{mail})
	d.toasted("The mail is filed.")
	d.until("the plan is on hold", func() bool { return d.badge(acme) == data.BadgeReplied })
	d.says("banner:1", "Dana at Acme Robotics wrote back")
	d.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(mail)})
	d.toasted("filed before")
}

func TestCalendarFileOpensTheAddSheet(t *testing.T) {
	d := newDrive(t)
	d.take([]string{d.file("invitation.ics", meeting)})
	d.until("the add sheet with the invitation", func() bool {
		n, _ := d.node("add.with")
		return d.modal() == "add" && strings.Contains(n.Value, "ruth@kestrel.example")
	})
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	d := newDrive(t)
	large := filepath.Join(d.TempDir(), "large.ics")
	if err := os.WriteFile(large, make([]byte, maxCalendar+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, says string }{
		{d.file("notes.doc", "hello"), "Only mails (.eml), calendar files (.ics)"},
		{filepath.Join(d.TempDir(), "gone.eml"), "gone.eml"},
		{d.TempDir() + "/", "Only mails"},
		{large, "Large.ics is larger than any file of its kind"},
		{d.file("stranger.eml", strings.ReplaceAll(mailOfDana, "example.net", "unknown.example")), "belongs to none of your interviews"},
	} {
		d.take([]string{c.file})
		d.toasted(c.says)
		if d.modal() != "" {
			t.Errorf("%s opens sheet %q, want none", filepath.Base(c.file), d.modal())
		}
	}
}
