package desk

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterword/app/invite"
	"afterword/data"
)

const event = "BEGIN:VEVENT\r\nUID:one\r\nDTSTART;TZID=Europe/London:20261127T150000\r\nDTEND;TZID=Europe/London:20261127T160000\r\n" +
	"SUMMARY:Interview for Data Analyst at Brightwater\r\nORGANIZER;CN=Maya Stone:mailto:maya@brightwater.example\r\n" +
	"ATTENDEE;CN=Robin Winter:mailto:robin@example.net\r\nATTENDEE;CN=Lee Park:mailto:lee@brightwater.example\r\n" +
	"LOCATION:https://zoom.us/j/55566677788\r\nEND:VEVENT\r\n"

func calendar(events ...string) []byte {
	return []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n" + strings.Join(events, "") + "END:VCALENDAR\r\n")
}

func names(in Invitation) string {
	var all []string
	for _, a := range in.With {
		all = append(all, a.Name+" <"+a.Address()+">")
	}
	return strings.Join(all, ", ")
}

func TestReadCalendar(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	all, err := w.ReadCalendar(t.Context(), calendar(event))
	w.check(err)
	if len(all) != 1 {
		t.Fatalf("got %d meetings, want 1", len(all))
	}
	in := all[0]
	for _, c := range []struct{ what, got, want string }{
		{"company", in.Company.Value, "Brightwater"},
		{"role", in.Role.Value, "Data Analyst"},
		{"when", in.Typed, "Fri 27 Nov 2026 15:00-16:00 Europe/London"},
		{"with", names(in), "Maya Stone <maya@brightwater.example>, Lee Park <lee@brightwater.example>"},
		{"place", in.Place.Value, "https://zoom.us/j/55566677788"},
		{"kind", in.Kind.Value, "video"},
		{"uid", in.UID, "one"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	other := strings.ReplaceAll(strings.ReplaceAll(event, "UID:one", "UID:two"), "20261127", "20261128")
	off := strings.ReplaceAll(event, "UID:one", "UID:three\r\nSTATUS:CANCELLED")
	if all, err = w.ReadInvitation(t.Context(), calendar(event, other, off)); err != nil || len(all) != 2 {
		t.Errorf("got %d meetings, %v, want the two that take place", len(all), err)
	}
}

func TestReadBrokenCalendar(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	for name, object := range map[string][]byte{
		"empty":     {},
		"cut off":   calendar(event)[:150],
		"no event":  calendar(),
		"cancelled": calendar(strings.ReplaceAll(event, "UID:one", "UID:one\r\nSTATUS:CANCELLED")),
		"a picture": []byte("\x89PNG\r\n\x1a\n"),
	} {
		all, err := w.ReadCalendar(t.Context(), object)
		if !errors.Is(err, data.ErrInvalid) || !strings.Contains(err.Error(), "calendar file") {
			t.Errorf("%s: got %d meetings, %v, want what is wrong with the calendar file", name, len(all), err)
		}
	}
}

func TestOpenMail(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	w.add("2026-11-20T10:00:00+01:00")
	head := "From: %s\r\nTo: robin@example.net\r\nSubject: Interview for Data Analyst\r\nMessage-ID: <%s@x.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
	mail := func(from, id, text string) []byte {
		return []byte(strings.NewReplacer("%s@x", id+"@x", "%s", from).Replace(head) + text + "\r\n")
	}
	got, err := w.OpenMail(t.Context(), mail("Dana Ruiz <dana@acme.example>", "a", "Hi Robin, thank you, we will be in touch."))
	if err != nil || !got.Known || got.Matched != 1 || len(got.Invitations) > 0 {
		t.Errorf("a mail of Dana's: got %+v, %v", got, err)
	}
	stranger := mail("Maya Stone <maya@brightwater.example>", "b", "Hi Robin, the interview is tomorrow at 3pm.")
	if got, err = w.OpenMail(t.Context(), stranger); err != nil || got.Known || len(got.Invitations) != 1 {
		t.Fatalf("an invitation of a stranger's: got %+v, %v", got, err)
	}
	in := got.Invitations[0]
	if in.Company.Value != "Brightwater" || in.Typed != "Tue 24 Nov 2026 15:00" || names(in) != "Maya Stone <maya@brightwater.example>" {
		t.Errorf("got %q at %q with %q", in.Company.Value, in.Typed, names(in))
	}
	if pasted, err := w.ReadInvitation(t.Context(), stranger); err != nil || len(pasted) != 1 || pasted[0].Typed != in.Typed {
		t.Errorf("pasted, the same mail reads as %+v, %v", pasted, err)
	}
	sale := strings.ReplaceAll(string(mail("Shoes <hello@shoes.example>", "c", "Everything is half the price.")), "Interview for Data Analyst", "Sale")
	if got, err = w.OpenMail(t.Context(), []byte(sale)); err != nil || got.Known || len(got.Invitations) > 0 {
		t.Errorf("a mail of no interview: got %+v, %v", got, err)
	}
}

func TestForeseeIsWhatIsPlanned(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	start := time.Date(2026, time.November, 24, 14, 0, 0, 0, time.UTC)
	n := NewApplication{
		Company: "Acme", Said: "by Friday",
		First: NewInterview{Start: start, End: start.Add(time.Hour), With: invite.People("Dana Ruiz, Lee Park")},
	}
	steps, err := w.Foresee(t.Context(), n)
	w.check(err)
	if rows, err := w.List(t.Context(), Filter{All: true}); err != nil || len(rows) != 0 {
		t.Errorf("%d applications are stored, %v, want none", len(rows), err)
	}
	id, err := w.AddApplication(t.Context(), n)
	w.check(err)
	det, err := w.Detail(t.Context(), id)
	w.check(err)
	if len(steps) != len(det.Steps) || len(steps) == 0 {
		t.Fatalf("got %d steps, want %d", len(steps), len(det.Steps))
	}
	for i, s := range det.Steps {
		if !steps[i].Item.Due.Equal(s.Item.Due) || steps[i].Item.Key.Kind() != s.Item.Key.Kind() {
			t.Errorf("step %d: foretold %s at %v, planned %s at %v", i, steps[i].Item.Key, steps[i].Item.Due, s.Item.Key, s.Item.Due)
		}
	}
	if got := w.Outline(steps); !strings.HasPrefix(got, "We'll plan: two thank-yous Wed 25 Nov, 09:00, check-in ") {
		t.Errorf("got %q", got)
	}
	if got := w.Outline(nil); got != "" {
		t.Errorf("got %q for no plan, want nothing", got)
	}
}

func TestTwins(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	w.add("2026-11-20T10:00:00+01:00")
	for _, c := range []struct {
		company, role string
		want          int
	}{
		{"acme robotics", "PRODUCT DESIGNER", 1},
		{"Acme Robotics, Inc.", "", 1},
		{"Acme Robotics GmbH & Co. KG", "Product designer", 1},
		{"Acme Robotics", "Data analyst", 0},
		{"Acme", "Product designer", 0},
		{"", "", 0},
	} {
		twins, err := w.Twins(t.Context(), c.company, c.role)
		if err != nil || len(twins) != c.want {
			t.Errorf("Twins(%q, %q): got %d, %v, want %d", c.company, c.role, len(twins), err, c.want)
		}
	}
	_, err := w.SetApplication(t.Context(), w.app, "archived", "yes")
	w.check(err)
	if twins, err := w.Twins(t.Context(), "Acme Robotics", ""); err != nil || len(twins) != 0 {
		t.Errorf("got %d archived ones, %v, want none", len(twins), err)
	}
}

func TestAddRound(t *testing.T) {
	w := newWeek(t, "2026-11-23T09:00:00Z")
	w.add("2026-11-20T10:00:00+01:00")
	start := time.Date(2026, time.November, 27, 14, 0, 0, 0, time.UTC)
	w.check(w.AddRound(t.Context(), w.app, NewApplication{Said: "by Friday", Notes: "Bring the plan.", First: NewInterview{Start: start, Place: "Mill Street 4"}}))
	det, err := w.Detail(t.Context(), w.app)
	w.check(err)
	if len(det.Rounds) != 2 || det.Rounds[1].Place != "Mill Street 4" {
		t.Errorf("got rounds %+v", det.Rounds)
	}
	var kinds []string
	for _, e := range det.Case.Events {
		kinds = append(kinds, string(e.Type))
	}
	if got, want := strings.Join(kinds, " "), "added interview_added promise note"; got != want {
		t.Errorf("got events %s, want %s", got, want)
	}
	if err := w.AddRound(t.Context(), w.app, NewApplication{Said: "whenever", First: NewInterview{Start: start}}); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("got %v, want %v", err, data.ErrInvalid)
	}
}
