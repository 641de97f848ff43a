package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"afterword/app/sheet"
	"afterword/data"
)

const someSheet = `Company,Role,Date,Time,Interviewer,Email,Status,Thank you sent,They said
Acme,Designer,2026-11-12,10:00,Dana Ruiz,dana@acme.example,Waiting,2026-11-12,by the end of November
Acme,Designer,2026-11-13,10:00,Lee Park,lee@acme.example,,,
Acme,Designer,2026-11-13,10:00,Lee Park,lee@acme.example,,,
Kestrel,Lead,2026-10-01,,,,Rejected,,
Lumen,Lead,2026-08-03,09:00,Ana Sol,,,,
Tandem,Lead,2026-11-10,09:00,Bo Lund,,Offer,,
Brightwater,Lead,2026-11-10,09:00,Bo Lund,,Offer accepted,,
,Lead,2026-11-10,,,,,,
Orchard,,,,,,,,
`

func (w *week) sheet(text string) SheetReading {
	w.Helper()
	s, err := w.ReadSheet(w.Context(), []byte(text), nil, nil)
	w.check(err)
	return s
}

// badges are those of all applications, by company.
func (w *week) badges() map[string]data.Badge {
	w.Helper()
	rows, err := w.List(w.Context(), Filter{All: true})
	w.check(err)
	all := make(map[string]data.Badge)
	for _, r := range rows {
		all[r.Company] = r.Badge
	}
	return all
}

func TestImportSheet(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	s := w.sheet(someSheet)
	var does []string
	for _, r := range s.Rows {
		does = append(does, string(r.Does))
	}
	if got, want := strings.Join(does, " "), "add round twice add add add add company add"; got != want {
		t.Fatalf("lines %s, want %s", got, want)
	}
	if s.Old != 1 {
		t.Errorf("old = %d, want Lumen alone", s.Old)
	}
	got, err := w.ImportSheet(t.Context(), s, true, nil)
	w.check(err)
	if got.Added != 6 || got.Changed != 1 || got.Batch == "" {
		t.Errorf("got %+v, want 6 added and 1 changed", got)
	}
	want := map[string]data.Badge{
		"Acme": data.BadgeThankYou, "Kestrel": data.BadgeClosed, "Lumen": data.BadgeClosed, "Tandem": data.BadgeOffer,
		"Brightwater": data.BadgeClosed, "Orchard": data.BadgeWaiting,
	}
	for company, badge := range want {
		if w.badges()[company] != badge {
			t.Errorf("%s is %q, want %q", company, w.badges()[company], badge)
		}
	}
	rows, err := w.List(t.Context(), Filter{Search: "acme"})
	w.check(err)
	det, err := w.Detail(t.Context(), rows[0].ID)
	w.check(err)
	if len(det.Case.Interviews) != 2 || det.Case.Application.PromisedBy.String() != "2026-11-30" {
		t.Errorf("Acme: %+v, want two rounds and the date they named", det.Case)
	}
	again := w.sheet(someSheet)
	if got, err := w.ImportSheet(t.Context(), again, true, nil); err != nil || got != (Imported{}) {
		t.Errorf("the same file again: %+v, %v, want nothing", got, err)
	}
}

// TestImportIsOneUndo takes an import back and forth with the keys of undo.
func TestImportIsOneUndo(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	_, err := w.AddApplication(t.Context(), NewApplication{Company: "Before"})
	w.check(err)
	_, err = w.ImportSheet(t.Context(), w.sheet(someSheet), true, nil)
	w.check(err)
	full := fmt.Sprint(w.badges())
	undone, err := w.UndoLast(t.Context())
	w.check(err)
	if got := w.badges(); len(got) != 1 || undone.Count < 10 {
		t.Errorf("after undo of %d events: %v, want what was there before", undone.Count, got)
	}
	_, err = w.Redo(t.Context())
	w.check(err)
	if got := fmt.Sprint(w.badges()); got != full {
		t.Errorf("after redo: %s, want %s", got, full)
	}
	for range 2 {
		_, err = w.UndoLast(t.Context())
		w.check(err)
	}
	if got := w.badges(); len(got) != 0 {
		t.Errorf("after undo of what was before: %v, want none", got)
	}
	if got := w.sheet(someSheet).Rows[0].Does; got != DoesAdd {
		t.Errorf("after undo the first line would be %q, want added", got)
	}
}

// TestImportMeetings takes a calendar file over, once.
func TestImportMeetings(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	object := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261115T090000Z\r\nDTSTART:20261120T140000Z\r\nDTEND:20261120T150000Z\r\n" +
		"SUMMARY:Interview with Acme: Product designer\r\nORGANIZER;CN=Dana Ruiz:mailto:dana@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	for _, want := range []int{1, 0} {
		meetings, err := w.ReadCalendar(t.Context(), []byte(object))
		w.check(err)
		s, err := w.ReadMeetings(t.Context(), meetings)
		w.check(err)
		got, err := w.ImportSheet(t.Context(), s, false, nil)
		w.check(err)
		if got.Added != want {
			t.Errorf("added %d of %+v, want %d", got.Added, s.Rows, want)
		}
	}
}

// TestOpenedCancellationInvitesNobody opens a cancellation of a company that
// nobody knows.
func TestOpenedCancellationInvitesNobody(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	mail := "From: Dana Ruiz <dana@acme.example>\r\nTo: me@home.example\r\nSubject: Canceled: Interview with Acme\r\nMessage-ID: <c1@acme.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=CANCEL; charset=utf-8\r\n\r\n" +
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261115T090000Z\r\nDTSTART:20261120T140000Z\r\nSUMMARY:Interview with Acme\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	got, err := w.OpenMail(t.Context(), []byte(mail))
	w.check(err)
	if len(got.Invitations) != 0 {
		t.Errorf("a cancellation offers %+v, want nothing", got.Invitations)
	}
}

func TestImportStopped(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	s := w.sheet(someSheet)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.ImportSheet(ctx, s, false, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want canceled", err)
	}
	if got := w.badges(); len(got) != 0 {
		t.Errorf("a stopped import left %v", got)
	}
}

func TestImportByOwnMapping(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	s, err := w.ReadSheet(t.Context(), []byte("a,b\nDesigner,Acme\n"), sheet.Mapping{sheet.Role, sheet.Company}, nil)
	w.check(err)
	if r := s.Rows[0]; r.Company != "Acme" || r.Role != "Designer" {
		t.Errorf("got %+v, want the columns as they were named", r)
	}
}
