package app_test

import "testing"

// TestTypedTextSurvivesAKill types into a letter in the real window, kills the
// program as a power cut would, and finds the words again.
func TestTypedTextSurvivesAKill(t *testing.T) {
	p := newProgram(t, "AFTERWORD_NOW=2026-11-23T14:00:00Z")
	p.command(nil, "set", "me.name", "Robin Vale")
	p.command(nil, "add", "--company", "Acme Robotics", "--role", "Product designer",
		"--start", "2026-11-23T09:00", "--end", "2026-11-23T10:00", "--with", "Dana Ruiz <dana@acme.example>")
	p.start()
	p.keys("ctrl+l")
	p.until("the letter has the focus", func(m windowMap) bool {
		return m.Page == "letter" && m.has("letter.body", "Dana") && focusedOn(m, "letter.body")
	})
	p.keys("ctrl+End")
	p.write("A line of my own.")
	p.until("the words are saved", func(m windowMap) bool {
		return m.has("letter.body", "A line of my own.") && m.has("letter.count", "saved")
	})
	p.kill()
	p.start()
	p.keys("ctrl+l")
	p.until("the words are there again", func(m windowMap) bool { return m.has("letter.body", "A line of my own.") })
}

// TestLettersByKeyAlone opens a letter, marks it as sent by another way, all by
// keys, and finds it done.
func TestLettersByKeyAlone(t *testing.T) {
	p := newProgram(t, "AFTERWORD_NOW=2026-11-23T14:00:00Z")
	p.command(nil, "set", "me.name", "Robin Vale")
	p.command(nil, "add", "--company", "Acme Robotics", "--role", "Product designer",
		"--start", "2026-11-23T09:00", "--end", "2026-11-23T10:00", "--with", "Dana Ruiz <dana@acme.example>")
	p.start()
	p.keys("ctrl+l")
	p.until("the letter is open", func(m windowMap) bool { return m.Page == "letter" && focusedOn(m, "letter.body") })
	p.keys("ctrl+Return")
	p.until("it asks whether it was sent", func(m windowMap) bool { return m.has("letter.sent_now") })
	for range 20 {
		if m := p.until("a control has the focus", func(windowMap) bool { return true }); focusedOn(m, "letter.sent_by") {
			break
		}
		p.keys("Tab")
	}
	p.keys("Right")
	p.until("by phone is chosen", func(m windowMap) bool { return m.has("letter.sent_by", "By phone") })
	p.keys("ctrl+m")
	p.until("the application shows", func(m windowMap) bool { return m.Page == "interviews" && m.has("detail.badge", "Waiting") })
}

func focusedOn(m windowMap, id string) bool {
	for _, n := range m.Nodes {
		if n.ID == id {
			return n.Focused
		}
	}
	return false
}

// openNotes opens the notes on the last round from Today, by keys.
func (p *program) openNotes() {
	p.Helper()
	p.until("the card has the focus", func(m windowMap) bool {
		return m.has("today.notes:0.title", "Acme") && focusedOn(m, "today.card:0.primary")
	})
	p.keys("shift+Tab", "shift+Tab", "Return")
	p.until("the sheet of notes", func(m windowMap) bool { return m.Modal == "notes" })
}

// TestTypedNotesSurviveAKill: notes on a round that were being typed are there
// again, and can be kept.
func TestTypedNotesSurviveAKill(t *testing.T) {
	p := newProgram(t, "AFTERWORD_NOW=2026-11-23T14:00:00Z")
	p.command(nil, "set", "me.name", "Robin Vale")
	p.command(nil, "add", "--company", "Acme Robotics", "--role", "Product designer",
		"--start", "2026-11-23T09:00", "--end", "2026-11-23T10:00", "--with", "Dana Ruiz <dana@acme.example>")
	p.start()
	p.openNotes()
	p.write("the warehouse in Graz")
	p.until("the words show", func(m windowMap) bool { return m.has("notes.topic:", "the warehouse in Graz") })
	p.idle()
	p.kill()
	p.start()
	p.openNotes()
	p.until("the words are there again", func(m windowMap) bool { return m.has("notes.topic:", "the warehouse in Graz") })
	p.keys("Escape")
	p.until("they are kept", func(m windowMap) bool { return m.Modal == "" && m.has("toast:", "Noted") })
}
