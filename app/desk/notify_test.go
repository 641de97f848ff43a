package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// awake is a program that has been awake since now, with its mail checked.
func (w *week) awake() Waking { return Waking{Since: w.Now(), Waited: true} }

// noticed asks for a notification and returns its title, "" for none.
func (w *week) noticed(waking Waking) string {
	w.Helper()
	n, err := w.Notify(w.Context(), waking)
	w.check(err)
	if n == nil {
		return ""
	}
	return n.Title + " / " + n.Body
}

// quietWeek is a week without a mailbox.
func quietWeek(t *testing.T, now string) *week {
	t.Helper()
	w := newWeek(t, now)
	w.check(w.ForgetMailbox(t.Context(), w.box))
	return w
}

func (w *week) checked() {
	w.Helper()
	w.check(w.Report(w.Context(), w.box, data.MailboxOK, "", w.Now()))
}

func TestDueItemIsMentionedOnce(t *testing.T) { // N05, N06
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("before it is due: %q", got)
	}
	w.at("2026-11-16T16:00:00+01:00")
	if got, want := w.noticed(w.awake()), "Thank Dana Ruiz? / Acme Robotics. A draft is ready."; got != want {
		t.Errorf("when due: got %q, want %q", got, want)
	}
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("again: %q", got)
	}
	w.at("2026-11-17T11:30:00+01:00")
	if got, want := w.noticed(w.awake()), "Thank Dana Ruiz? / Acme Robotics. Still fine to send."; got != want {
		t.Errorf("when overdue: got %q, want %q", got, want)
	}
	for _, now := range []string{"2026-11-16T15:00:00+01:00", "2026-11-16T16:00:00+01:00", "2026-11-17T12:00:00+01:00", "2026-11-19T12:00:00+01:00"} {
		w.at(now)
		if got := w.noticed(w.awake()); got != "" {
			t.Errorf("the clock at %s: %q", now, got)
		}
	}
}

func TestReplyFoundFirstIsNoNotice(t *testing.T) { // N01
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-30T11:00:00+01:00")
	launch := Waking{Since: w.Now()}
	if got := w.noticed(launch); got != "" {
		t.Errorf("before the first check of the mail: %q", got)
	}
	w.mail("inbox", "From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Next steps\nMessage-ID: <a@acme.example>", "Hi Robin, more soon.")
	w.checked()
	got := w.noticed(launch)
	if strings.Contains(got, "check in") {
		t.Errorf("after a reply: %q, want no check-in", got)
	}
	if det := w.detail(); det.Badge != data.BadgeReplied {
		t.Errorf("badge %q, want They replied", det.Badge)
	}
}

func TestMailThatDoesNotAnswer(t *testing.T) { // N02
	w := newWeek(t, "2026-11-16T08:30:00+01:00")
	w.checked()
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-16T16:30:00+01:00")
	if got := w.noticed(Waking{Since: w.Now()}); got != "" {
		t.Errorf("within the wait: %q", got)
	}
	if got, want := w.noticed(Waking{Since: w.Now(), Waited: true}), "Mail not checked since Mon 16 Nov, 08:30."; !strings.HasSuffix(got, want) {
		t.Errorf("after the wait: got %q, want %q at its end", got, want)
	}
}

// TestMailThatStoppedAnswering: the program is awake since the morning, and the
// server has been silent since noon.
func TestMailThatStoppedAnswering(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:30:00+01:00")
	morning := Waking{Since: w.Now(), Waited: true}
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-16T12:00:00+01:00")
	w.checked()
	w.check(w.Report(t.Context(), w.box, data.MailboxOffline, "", time.Time{}))
	w.at("2026-11-16T16:30:00+01:00")
	if got, want := w.noticed(morning), "Mail not checked since Mon 16 Nov, 12:00."; !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want %q at its end", got, want)
	}
}

func TestSeveralAreOneSummary(t *testing.T) { // N03, N09
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	for range 4 {
		w.add("2026-11-16T10:00:00+01:00")
	}
	w.at("2026-11-16T19:10:00+01:00")
	if got, want := w.noticed(w.awake()), "Four things are ready when you are / Acme Robotics"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("again: %q", got)
	}
}

func TestQuietTime(t *testing.T) { // N04
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-16T22:00:00+01:00")
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("at ten in the evening: %q", got)
	}
	w.at("2026-11-17T08:00:00+01:00")
	if got := w.noticed(w.awake()); got == "" {
		t.Error("at eight in the morning: nothing")
	}
}

func TestNothingDueNothingSaid(t *testing.T) { // N07
	w := quietWeek(t, "2026-11-16T12:00:00+01:00")
	w.add("2026-11-20T10:00:00+01:00")
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("got %q", got)
	}
	today, err := w.Today(t.Context())
	w.check(err)
	if today.Title != "Nothing to do today." || len(today.Coming) == 0 {
		t.Errorf("today says %q with %d things to come", today.Title, len(today.Coming))
	}
}

func TestTwoCopiesMentionOnce(t *testing.T) {
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-16T16:00:00+01:00")
	other, err := Open(t.Context(), w.profile)
	w.check(err)
	defer other.Close()
	p, err := w.Preferences(t.Context())
	w.check(err)
	ripe, _, err := other.ripe(t.Context(), p, []data.ID{w.app}) // seen before the first one fires
	w.check(err)
	if got := w.noticed(w.awake()); got == "" || len(ripe) != 1 {
		t.Fatalf("first copy: %q, second sees %d", got, len(ripe))
	}
	n, err := other.Notify(t.Context(), w.awake())
	w.check(err)
	if n != nil {
		t.Errorf("second copy: %+v, want nothing", n)
	}
}

// TestVeryManyAreMentionedOnce: some at a time, and still in one sentence.
func TestVeryManyAreMentionedOnce(t *testing.T) {
	d := manyDesk(t, 3*run)
	p, err := d.Preferences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.glances(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	first, err := d.Notify(t.Context(), Waking{Since: d.Now(), Waited: true})
	if err != nil || first == nil {
		t.Fatalf("got %v, %v, want a notification", first, err)
	}
	rows, err := d.List(t.Context(), Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	fired, err := d.store.Fired(t.Context(), idsOf(rows))
	made := mentions{}
	made.add(fired...)
	if err != nil || len(made) <= run || !strings.HasPrefix(first.Title, fmt.Sprint(len(made), " things")) {
		t.Errorf("%d were marked, %v, and it says %q", len(made), err, first.Title)
	}
	if left, err := d.unquiet(t.Context(), p); err != nil || len(left) > 0 {
		t.Errorf("%d are looked at again, %v, want none", len(left), err)
	}
	if again, err := d.Notify(t.Context(), Waking{Since: d.Now(), Waited: true}); err != nil || again != nil {
		t.Errorf("again: %v, %v, want nothing", again, err)
	}
}

func idsOf(rows []Row) []data.ID {
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestNoNoticeWhileAskedPausedOrClosed(t *testing.T) { // 16.8, 16.9
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-16T16:00:00+01:00")
	w.check(w.Set(t.Context(), "notify.paused_until", w.Now().Add(time.Hour).Format(time.RFC3339)))
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("paused: %q", got)
	}
	w.check(w.Set(t.Context(), "notify.paused_until", ""))
	closed, err := w.CloseApplication(t.Context(), w.app, "other")
	w.check(err)
	if got := w.noticed(w.awake()); got != "" {
		t.Errorf("closed: %q", got)
	}
	_, err = w.Undo(t.Context(), closed)
	w.check(err)
	w.check(w.Set(t.Context(), "notify.hide_names", "yes"))
	if got, want := w.noticed(w.awake()), "Afterword: something is ready / "; got != want {
		t.Errorf("with hidden names: got %q, want %q", got, want)
	}
	if !asked([]data.Message{{Candidates: []data.ID{"a", "b"}}}, "b") || !chaser("check_in:1") || chaser("thank_you:a:b") {
		t.Error("an open question holds back the chasers of its candidates, and no thank-you")
	}
}

func TestSettingThatMovesIntoThePast(t *testing.T) { // N10
	w := quietWeek(t, "2026-11-16T09:00:00+01:00")
	for range 3 {
		w.add("2026-11-16T10:00:00+01:00")
		det := w.detail()
		w.at("2026-11-16T16:00:00+01:00")
		_, err := w.MarkSent(t.Context(), w.app, det.Plan.Items[0].Key, time.Time{}, "")
		w.check(err)
		w.at("2026-11-16T09:00:00+01:00")
	}
	w.at("2026-11-27T12:00:00+01:00")
	w.check(w.Set(t.Context(), "checkin_due_days", "7"))
	if got := w.noticed(w.awake()); !strings.HasPrefix(got, "Three things are ready") {
		t.Errorf("got %q, want one summary", got)
	}
	det := w.detail()
	if it, _ := det.Plan.Item("check_in:1"); it.State != data.StateDue {
		t.Errorf("check-in is %s, want due now and not overdue", it.State)
	}
	w.at("2026-12-01T12:00:00+01:00")
	det = w.detail()
	if it, _ := det.Plan.Item("check_in:1"); it.State != data.StateOverdue {
		t.Errorf("later the check-in is %s, want overdue", it.State)
	}
}
