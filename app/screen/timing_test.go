package screen

import (
	"strings"
	"testing"

	"afterword/app/words"
)

func (s *stage) settings() *Settings {
	page := &Settings{Host: s.Host, Watching: Watching{Find: func(string) Finding { return Finding{} }}}
	s.win.SetContent(page.Content())
	page.show(page.read(s.Context)) // at once, not in the background
	page.timing.show(s.Desk.Timing(s.Context))
	page.turn(2)
	return page
}

func TestEveryNumberIsThere(t *testing.T) {
	s := newStage(t)
	page := s.settings()
	now, err := s.Desk.Timing(t.Context())
	page.timing.show(now, err)
	page.timing.unfold()
	for _, g := range words.Timings() {
		for _, v := range g.Values {
			if e := page.timing.entries[v.Name]; e == nil || e.Text() != now.Values[v.Name] {
				t.Errorf("%s is not shown as %q", v.Name, now.Values[v.Name])
			}
		}
	}
	page.timing.unfold()
	if len(page.timing.entries) != 0 {
		t.Error("the numbers are still there")
	}
}

func TestBadNumberStaysAndIsNotSaved(t *testing.T) {
	s := newStage(t)
	page := s.settings()
	now, err := s.Desk.Timing(t.Context())
	page.timing.show(now, err)
	page.timing.unfold()
	e := page.timing.entries["checkin_due_days"]
	e.SetText("2")
	page.timing.save("checkin_due_days")
	if after, _ := s.Desk.Timing(t.Context()); e.Text() != "2" || after.Values["checkin_due_days"] != "14" {
		t.Errorf("field %q, stored %q, want 2 and 14", e.Text(), after.Values["checkin_due_days"])
	}
	if got := s.text("settings.timing.checkin_due_days.error"); !strings.Contains(got, "se 3 to 45") || strings.Contains(got, "_") {
		t.Errorf("the reason is %q", got)
	}
	e.SetText("7")
	page.timing.save("checkin_due_days")
	if after, _ := s.Desk.Timing(t.Context()); after.Values["checkin_due_days"] != "7" || after.Preset != "" {
		t.Errorf("stored %q under preset %q, want 7 and none", after.Values["checkin_due_days"], after.Preset)
	}
}

func TestNotificationsAreSwitched(t *testing.T) {
	s := newStage(t)
	page := s.settings()
	page.notices.set("notify.off", true)
	page.notices.wait(1)
	p, err := s.Desk.Preferences(t.Context())
	if err != nil || !p.NoNotices || !p.PausedUntil.After(s.Desk.Now()) {
		t.Errorf("off %v, paused until %s, %v", p.NoNotices, p.PausedUntil, err)
	}
	page.notices.show(p)
	if page.notices.on.Ticked() || page.notices.pause.Chosen() != 1 {
		t.Errorf("shown: on %v, pause %d", page.notices.on.Ticked(), page.notices.pause.Chosen())
	}
	page.notices.wait(2)
	p, _ = s.Desk.Preferences(t.Context())
	page.notices.show(p)
	if got := page.notices.pause.Chosen(); got != 2 {
		t.Errorf("paused for today shows option %d", got)
	}
	page.notices.wait(0)
	if p, _ = s.Desk.Preferences(t.Context()); !p.PausedUntil.IsZero() {
		t.Errorf("still paused until %s", p.PausedUntil)
	}
}

// TestNameIsKeptWhileItIsTyped and not only when the focus leaves it.
func TestNameIsKeptWhileItIsTyped(t *testing.T) {
	s := newStage(t)
	v := s.settings()
	v.name.SetText("Robin Vale")
	if err := v.keep.flush(); err != nil {
		t.Fatal(err)
	}
	p, err := s.Desk.Preferences(t.Context())
	if err != nil || p.Me.Name != "Robin Vale" {
		t.Errorf("got %q, %v, want what was typed", p.Me.Name, err)
	}
}
