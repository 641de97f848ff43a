package screen

import (
	"slices"
	"strings"
	"testing"

	"afterword/app/desk"
	"afterword/data"
)

func TestLogCall(t *testing.T) {
	for _, tt := range []struct {
		how, when, text, want string
		at                    string // "15:04" of the stored time, "" for nothing stored
	}{
		{"they_called", "", "my start date", "They called: my start date", "15:00"},
		{"you_wrote", "today 10:30", "", "You wrote", "10:30"},
		{"they_wrote", "10am", "a question", "They wrote: a question", "10:00"},
		{"you_called", "tomorrow 9am", "x", "", ""},
		{"you_called", "gibberish", "x", "", ""},
	} {
		t.Run(tt.how+" "+tt.when, func(t *testing.T) {
			s := newStage(t)
			id := s.acme()
			was, err := s.Desk.Detail(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			s.logCall(id)
			s.press("log." + tt.how)
			s.typeInto("log.when", tt.when)
			s.typeInto("log.text", tt.text)
			s.press("log.save")
			det, err := s.Desk.Detail(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(det.Timeline, func(e desk.Entry) bool { return e.Kind == string(data.EventCall) })
			if tt.at == "" {
				if at >= 0 {
					t.Errorf("filed %q, want nothing filed", det.Timeline[at].Text)
				}
				return
			}
			if at < 0 {
				t.Fatalf("the timeline is %+v, want a call", det.Timeline)
			}
			e := det.Timeline[at]
			if got := e.At.In(s.Desk.Zone()).Format("15:04"); e.Text != tt.want || got != tt.at {
				t.Errorf("filed %q at %s, want %q at %s", e.Text, got, tt.want, tt.at)
			}
			if det.Badge != was.Badge {
				t.Errorf("a call moved the badge from %s to %s", was.Badge, det.Badge)
			}
			if offered := strings.Contains(strings.Join(s.said, " "), "Does it change"); offered != strings.HasPrefix(tt.how, "they") {
				t.Errorf("said %q after %s", s.said, tt.how)
			}
		})
	}
}

// TestLogCallKeepsWhatIsTyped holds the sheet to the disk, for each application.
func TestLogCallKeepsWhatIsTyped(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	c := s.logCall(id)
	c.text.SetText("asked about my start date")
	c.draft.keep()
	if err := c.draft.flush(); err != nil {
		t.Fatal(err)
	}
	p, err := s.Desk.Preferences(t.Context())
	if err != nil || !strings.Contains(p.Value(callDraft+string(id)), "start date") {
		t.Errorf("on disk %q (%v), want what was typed", p.Value(callDraft+string(id)), err)
	}
	c.draft.open = false
	c.draft.timer.Stop()
	if again := s.logCall(id); again.text.Text() != "asked about my start date" {
		t.Errorf("the next sheet has %q, want what was typed", again.text.Text())
	}
}
