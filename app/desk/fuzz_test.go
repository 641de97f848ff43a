package desk

import (
	"errors"
	"testing"
	"unicode/utf8"

	"afterword/data"
)

// FuzzOpened hands over any mail, and pastes it: it is filed, read as an
// invitation, or refused in words, and nothing that is no text is shown of it.
func FuzzOpened(f *testing.F) {
	for _, s := range []string{
		"From: Dana <dana0@acme.example>\r\nMessage-ID: <a@acme.example>\r\nSubject: Yes\r\n\r\nYes.\r\n",
		"From: x@y.example\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Interview\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Nowhere:20261201T100000\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"Interview with Acme on 1 December at 10:00, https://meet.example/x", "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n--b--", "\ufeff", "\x00\xff",
	} {
		f.Add([]byte(s))
	}
	d := fullDesk(f, 1)
	f.Fuzz(func(t *testing.T, raw []byte) {
		opened, err := d.OpenMail(t.Context(), raw)
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Errorf("opened: %v", err)
		}
		pasted, err := d.ReadInvitation(t.Context(), raw)
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Errorf("pasted: %v", err)
		}
		for _, in := range append(opened.Invitations, pasted...) {
			for _, text := range []string{in.Company.Value, in.Company.Phrase, in.Role.Value, in.Role.Phrase} {
				if utf8.Valid(raw) && !utf8.ValidString(text) {
					t.Errorf("%q is shown", text)
				}
			}
		}
	})
}

// FuzzGlances reads any file of glances: it ends, and keeps no more than there is.
func FuzzGlances(f *testing.F) {
	var w glanceWriter
	w.numbers(1)
	w.glance(&glance{id: "one", badge: 2, n: 5, thanked: true, marks: []mark{7}})
	f.Add(w.b)
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, file []byte) {
		r := glanceReader{b: file}
		for _, g := range r.glances() {
			if len(g.id) > len(file) || len(g.marks) > len(file) {
				t.Fatalf("a glance of %d bytes: %.20q", len(file), g.id)
			}
		}
	})
}

// FuzzSet sets any setting to any text: it is kept as it was typed, or refused in
// words that name it.
func FuzzSet(f *testing.F) {
	d := fullDesk(f, 0)
	for name, value := range map[string]string{"me.name": "Robin", "me.aliases": "a@b.example, c", "window.size": "1x1", "zone": "Europe/Berlin", "x": "", "thank_you.days": "-1", "quiet": "22:00-07:00"} {
		f.Add(name, value)
	}
	f.Fuzz(func(t *testing.T, name, value string) {
		if err := d.Set(t.Context(), name, value); err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Errorf("set %q to %q: %v", name, value, err)
		}
		if _, err := d.Preferences(t.Context()); err != nil {
			t.Fatalf("after %q was set to %q: %v", name, value, err)
		}
	})
}
